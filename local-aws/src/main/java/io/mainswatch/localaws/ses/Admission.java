package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.MailFault;
import java.util.List;

/** Whether a mail is taken at all: the account's switch, its configuration set, the sandbox, and faults that refuse. */
final class Admission {

    private final Account account;
    private final SendingRules rules;
    private final ConfigurationSets configurationSets;
    private final Faults faults;

    Admission(Account account, SendingRules rules, ConfigurationSets configurationSets, Faults faults) {
        this.account = account;
        this.rules = rules;
        this.configurationSets = configurationSets;
        this.faults = faults;
    }

    /**
     * @param addresses the recipients' addresses alone
     * @throws io.mainswatch.localaws.http.AwsError if it is not taken
     */
    void check(Outgoing mail, List<String> addresses) {
        if (!account.isEnabled()
                || faults.strike(MailFault.Paused.class, addresses).isPresent()) {
            throw SendingRules.paused();
        }
        if (faults.strike(MailFault.Throttle.class, addresses).isPresent()) {
            throw SendingRules.throttled();
        }
        if (faults.strike(MailFault.Quota.class, addresses).isPresent()) {
            throw SendingRules.quotaExceeded();
        }
        mail.labels().configurationSet().ifPresent(configurationSets::require);
        rules.admit(mail.from(), addresses);
    }
}
