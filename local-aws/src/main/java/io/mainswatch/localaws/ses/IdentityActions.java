package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.ses.Action.Answer;
import io.mainswatch.localaws.ses.Identities.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls for identities. */
final class IdentityActions {

    /** As many as one call of GetIdentityVerificationAttributes may ask for. */
    private static final int MAX_ASKED = 100;

    private static final int MAX_PAGE = 1_000;

    /** RFC 1035, in characters. */
    private static final int MAX_DOMAIN = 253;

    private static final String ADDRESS = "EmailAddress";
    private static final String DOMAIN = "Domain";

    private final Identities identities;

    IdentityActions(Identities identities) {
        this.identities = identities;
    }

    Map<String, Action> actions() {
        return Map.of(
                "VerifyEmailIdentity",
                request -> {
                    identities.verifyAddress(address(request));
                    return new Answer.Result(Map.of());
                },
                "VerifyEmailAddress",
                request -> {
                    identities.verifyAddress(address(request));
                    return new Answer.Done();
                },
                "VerifyDomainIdentity",
                request -> new Answer.Result(Map.of("VerificationToken", identities.verifyDomain(domain(request)))),
                "DeleteIdentity",
                request -> {
                    identities.delete(request.required("Identity"));
                    return new Answer.Result(Map.of());
                },
                "DeleteVerifiedEmailAddress",
                request -> {
                    identities.delete(address(request));
                    return new Answer.Done();
                },
                "ListIdentities",
                this::list,
                "ListVerifiedEmailAddresses",
                request -> new Answer.Result(Map.of("VerifiedEmailAddresses", names(Optional.of(ADDRESS)))),
                "GetIdentityVerificationAttributes",
                this::attributes);
    }

    private Answer list(QueryRequest request) {
        Optional<String> type = request.text("IdentityType").filter(text -> !text.isEmpty());
        if (type.filter(text -> !List.of(ADDRESS, DOMAIN).contains(text)).isPresent()) {
            throw invalid("IdentityType '" + type.get() + "': must be EmailAddress or Domain");
        }
        return new Answer.Result(NamePage.of(request, MAX_PAGE).cut("Identities", names(type), name -> name));
    }

    private List<String> names(Optional<String> type) {
        return identities.list().stream()
                .filter(identity -> type.isEmpty() || type.get().equals(identity.isAddress() ? ADDRESS : DOMAIN))
                .map(Identity::name)
                .toList();
    }

    /** An identity that was never verified is left out, as SES does. */
    private Answer attributes(QueryRequest request) {
        List<String> asked = request.members("Identities");
        if (asked.size() > MAX_ASKED) {
            throw invalid("Identities: " + asked.size() + " are too many; ask for " + MAX_ASKED + " at a time");
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        identities
                .verified(asked)
                .forEach((name, identity) -> entries.add(QueryXml.inOrder("key", name, "value", attributes(identity))));
        return new Answer.Result(Map.of("VerificationAttributes", new QueryXml.Entries(entries)));
    }

    private static Map<String, Object> attributes(Identity identity) {
        return identity.token()
                .map(token -> QueryXml.inOrder("VerificationStatus", "Success", "VerificationToken", token))
                .orElse(Map.of("VerificationStatus", "Success"));
    }

    private static String address(QueryRequest request) {
        String address = request.required(ADDRESS);
        if (!address.matches("[^\\s@]+@[^\\s@]+")) {
            throw invalid("Invalid email address<" + address + ">.");
        }
        return address;
    }

    private static String domain(QueryRequest request) {
        String domain = request.required(DOMAIN);
        if (domain.length() > MAX_DOMAIN || !domain.matches("(?i)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]{2,63}")) {
            throw invalid("Invalid domain name " + domain + ".");
        }
        return domain;
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterValue", message);
    }
}
