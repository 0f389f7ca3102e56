package io.mainswatch.localaws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.IdentityType;
import software.amazon.awssdk.services.ses.model.IdentityVerificationAttributes;
import software.amazon.awssdk.services.ses.model.ListIdentitiesResponse;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.ses.model.VerificationStatus;

class IdentitiesTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static SesClient ses;

    @BeforeAll
    static void connect() {
        ses = AwsClients.ses(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        ses.close();
    }

    @BeforeEach
    void forgetAll() {
        ses.listIdentities().identities().forEach(name -> ses.deleteIdentity(r -> r.identity(name)));
    }

    @Test
    void addressesAndDomainsAreVerifiedByAsking() {
        ses.verifyEmailIdentity(r -> r.emailAddress("Power@example.org"));
        ses.verifyEmailAddress(r -> r.emailAddress("old@example.org"));
        String token = ses.verifyDomainIdentity(r -> r.domain("example.net")).verificationToken();

        assertThat(token).hasSize(44);
        assertThat(ses.verifyDomainIdentity(r -> r.domain("example.net")).verificationToken())
                .isEqualTo(token);
        assertThat(ses.listIdentities().identities())
                .containsExactly("example.net", "old@example.org", "power@example.org");
        assertThat(ses.listIdentities(r -> r.identityType(IdentityType.DOMAIN)).identities())
                .containsExactly("example.net");
        assertThat(ses.listIdentities(r -> r.identityType(IdentityType.EMAIL_ADDRESS))
                        .identities())
                .containsExactly("old@example.org", "power@example.org");
        assertThat(ses.listVerifiedEmailAddresses().verifiedEmailAddresses())
                .containsExactly("old@example.org", "power@example.org");
    }

    @Test
    void theAttributesAreThoseOfWhatIsVerified() {
        ses.verifyEmailIdentity(r -> r.emailAddress("power@example.org"));
        String token = ses.verifyDomainIdentity(r -> r.domain("example.net")).verificationToken();

        Map<String, IdentityVerificationAttributes> attributes = ses.getIdentityVerificationAttributes(
                        r -> r.identities("power@example.org", "example.net", "stranger@example.com"))
                .verificationAttributes();
        assertThat(attributes).containsOnlyKeys("power@example.org", "example.net");
        assertThat(attributes.get("power@example.org").verificationStatus()).isEqualTo(VerificationStatus.SUCCESS);
        assertThat(attributes.get("example.net").verificationToken()).isEqualTo(token);
    }

    @Test
    void whatWasDeletedIsGone() {
        ses.verifyEmailIdentity(r -> r.emailAddress("power@example.org"));
        ses.verifyEmailIdentity(r -> r.emailAddress("old@example.org"));
        ses.deleteIdentity(r -> r.identity("power@example.org"));
        ses.deleteVerifiedEmailAddress(r -> r.emailAddress("old@example.org"));

        assertThat(ses.listIdentities().identities()).isEmpty();
    }

    @Test
    void aLongListComesInPages() {
        for (String name : new String[] {"a", "b", "c"}) {
            ses.verifyEmailIdentity(r -> r.emailAddress(name + "@example.org"));
        }

        ListIdentitiesResponse first = ses.listIdentities(r -> r.maxItems(2));
        ListIdentitiesResponse second = ses.listIdentities(r -> r.maxItems(2).nextToken(first.nextToken()));
        assertThat(first.identities()).containsExactly("a@example.org", "b@example.org");
        assertThat(second.identities()).containsExactly("c@example.org");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void badNamesAndPagesAreRefusedWithTheValue() {
        assertThatThrownBy(() -> ses.verifyEmailIdentity(r -> r.emailAddress("nobody")))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> ses.verifyDomainIdentity(r -> r.domain("not a domain")))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("not a domain");
        assertThatThrownBy(() -> ses.listIdentities(r -> r.identityType("Phone")))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("IdentityType 'Phone': must be EmailAddress or Domain");
        assertThatThrownBy(() -> ses.listIdentities(r -> r.maxItems(0)))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("MaxItems '0': must be a whole number from 1 on");
        assertThatThrownBy(() -> ses.listIdentities(r -> r.nextToken("%%")))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("NextToken '%%'");
    }
}
