package io.mainswatch.cloud.account;

import io.mainswatch.cloud.inbox.UnprocessableException;
import java.util.UUID;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;

/** Bean {@code thingAccounts}: reads the account of a thing from what the registry says of it. */
public final class ThingAccounts {

    /** The thing's attribute that holds the id of its account. */
    public static final String ATTRIBUTE = "account-id";

    public UUID idOf(DescribeThingResponse thing) throws UnprocessableException {
        String id = thing.attributes().get(ATTRIBUTE);
        String remedy = " Set it with: mainswatch device add " + thing.thingName() + " --account ID --name NAME.";
        if (id == null) {
            throw new UnprocessableException(
                    "The thing " + thing.thingName() + " has no attribute " + ATTRIBUTE + " in the registry." + remedy);
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new UnprocessableException("The attribute " + ATTRIBUTE + " of the thing " + thing.thingName()
                    + " is " + id + "; it must be the UUID of an account." + remedy);
        }
    }
}
