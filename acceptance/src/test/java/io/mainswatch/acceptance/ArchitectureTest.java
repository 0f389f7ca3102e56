package io.mainswatch.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.builder.RouteBuilder;

/** The arrows between the rooms of the house, as the design draws them. */
@AnalyzeClasses(
        packages = "io.mainswatch",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** What tests of one room lend to those of another is no part of the house. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String EDGE = "io.mainswatch.edge..";
    private static final String CLOUD = "io.mainswatch.cloud..";
    private static final String LOCAL_AWS = "io.mainswatch.localaws..";
    private static final String SHADOW = "io.mainswatch.shadow..";
    private static final String SETTINGS = "io.mainswatch.settings..";
    private static final String CHECK = "io.mainswatch.routecheck..";
    private static final String COMPONENTS = "io.mainswatch.camel..";
    private static final String CHARDEV = "io.mainswatch.pi4j..";

    @ArchTest
    static final ArchRule NOTHING_BUT_THE_CLOUD_DEPENDS_ON_THE_CLOUD =
            noClasses().that(resideOutsideOfPackages(CLOUD)).should().dependOnClassesThat(resideInAPackage(CLOUD));

    @ArchTest
    static final ArchRule NOTHING_BUT_THE_EDGE_DEPENDS_ON_THE_EDGE =
            noClasses().that(resideOutsideOfPackages(EDGE)).should().dependOnClassesThat(resideInAPackage(EDGE));

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_STAND_IN = noClasses()
            .that(resideOutsideOfPackages(LOCAL_AWS))
            .should()
            .dependOnClassesThat(resideInAPackage(LOCAL_AWS));

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_CHECK =
            noClasses().that(resideOutsideOfPackages(CHECK)).should().dependOnClassesThat(resideInAPackage(CHECK));

    @ArchTest
    static final ArchRule ONLY_THE_STAND_IN_KNOWS_HOW_SHADOWS_WORK = noClasses()
            .that(resideOutsideOfPackages(SHADOW, LOCAL_AWS, "io.mainswatch.bench.."))
            .should()
            .dependOnClassesThat(resideInAPackage(SHADOW));

    @ArchTest
    static final ArchRule THE_SHADOW_DEPENDS_ON_NOTHING_OF_OURS_AND_DOES_NO_INPUT_OR_OUTPUT = classes()
            .that(resideInAPackage(SHADOW))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    SHADOW,
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.nio",
                    "java.io",
                    "com.fasterxml.jackson.."));

    @ArchTest
    static final ArchRule COMPONENTS_ARE_USABLE_ALONE = noClasses()
            .that(resideInAPackage(COMPONENTS))
            .or(resideInAPackage(CHARDEV))
            .should()
            .dependOnClassesThat(resideInAnyPackage(SETTINGS, SHADOW, LOCAL_AWS, EDGE, CLOUD, CHECK));

    @ArchTest
    static final ArchRule SETTINGS_DEPEND_ON_THE_LANGUAGE_ONLY = classes()
            .that(resideInAPackage(SETTINGS))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(SETTINGS, "java.."));

    @ArchTest
    static final ArchRule ROUTES_STAND_IN_YAML_AND_NOT_IN_JAVA =
            noClasses().should().beAssignableTo(RouteBuilder.class);

    @ArchTest
    static final ArchRule ROOMS_OF_THE_EDGE_HAVE_NO_CIRCLES =
            slices().matching("io.mainswatch.edge.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_THE_CLOUD_HAVE_NO_CIRCLES =
            slices().matching("io.mainswatch.cloud.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_THE_STAND_IN_HAVE_NO_CIRCLES =
            slices().matching("io.mainswatch.localaws.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_ROOM_IS_CALLED_AFTER_NOTHING = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..helpers..");
}
