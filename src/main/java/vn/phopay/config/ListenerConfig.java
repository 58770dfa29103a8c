package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * Phones of a shop's people that hear its payments.
 *
 * @param phonesMax most phones of one merchant, invited ones included
 * @param invitation how long a link or code to pair a phone works
 * @param codeTriesMax tries that a code takes before it works no more
 * @param idle how long a paired phone may hear nothing before it must be paired again
 */
public record ListenerConfig(int phonesMax, Duration invitation, int codeTriesMax, Duration idle) {
    static final Setting PHONES_MAX = Setting.number("PHOPAY_LISTENERS_PER_MERCHANT_MAX", "phones", 1, 100)
            .defaults(15)
            .means("Most staff phones that may hear one merchant's payments; keep it below its streams.");
    static final Setting INVITATION_SECONDS =
            Setting.number("PHOPAY_LISTENER_INVITATION_SECONDS", "seconds", 1, 86_400)
                    .defaults(600)
                    .means("How long the link or code that pairs a staff phone works.");
    static final Setting CODE_TRIES_MAX = Setting.number("PHOPAY_LISTENER_CODE_TRIES_MAX", "tries", 1, 20)
            .defaults(5)
            .means("Tries that a six-digit pairing code takes before it works no more.");
    static final Setting IDLE_DAYS = Setting.number("PHOPAY_LISTENER_IDLE_DAYS", "days", 1, 366)
            .defaults(30)
            .means("How long a staff phone may not listen before it must be paired again.");
    static final List<Setting> SETTINGS = List.of(PHONES_MAX, INVITATION_SECONDS, CODE_TRIES_MAX, IDLE_DAYS);

    static ListenerConfig from(SettingValues values) {
        return new ListenerConfig(
                values.integer(PHONES_MAX),
                values.seconds(INVITATION_SECONDS),
                values.integer(CODE_TRIES_MAX),
                Duration.ofDays(values.integer(IDLE_DAYS)));
    }
}
