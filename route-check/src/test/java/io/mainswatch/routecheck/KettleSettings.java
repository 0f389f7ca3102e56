package io.mainswatch.routecheck;

import io.mainswatch.settings.Range;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import java.util.List;
import java.util.Set;

/** A program with two settings, found as the real ones are. */
public final class KettleSettings implements SettingsDeclaration {

    @Override
    public String program() {
        return "kettle";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("mainswatch.thing-name", new Range.Text("a name"), "The kettle's name."),
                Setting.of("mainswatch.port", Range.port(), "1883", "Where the broker listens."));
    }

    @Override
    public Set<String> entryPoints() {
        return Set.of("direct:whistle");
    }
}
