package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * Webhooks to merchants.
 *
 * @param interval pause between two looks for new events and for due deliveries
 * @param endpointsMax most endpoints of one merchant
 * @param secretOverlap how long an old secret still signs beside its successor
 * @param allowLoopback whether receivers on this machine may be called; for the demo and tests only
 * @param keep how long the log of deliveries is kept
 * @param sending how one delivery is sent
 * @param retry when it is sent again
 */
public record WebhookConfig(
        Duration interval,
        int endpointsMax,
        Duration secretOverlap,
        boolean allowLoopback,
        Duration keep,
        Sending sending,
        Retry retry) {

    /**
     * How deliveries are sent.
     *
     * @param senders endpoints that one instance sends to at the same time
     * @param timeout of one attempt, from the look-up of the name to the end of the answer
     * @param lease how long an endpoint belongs to the sender that took it, should that one die
     */
    public record Sending(int senders, Duration timeout, Duration lease) {}

    /**
     * When a delivery that failed is sent again.
     *
     * @param min pause after the first failure; the pauses grow from there
     * @param max longest pause, asked for by {@code Retry-After} or not
     * @param giveUpAfter after this, counted from the event, a failed delivery is dead
     */
    public record Retry(Duration min, Duration max, Duration giveUpAfter) {}

    static final Setting INTERVAL_MS = Setting.number("PHOPAY_WEBHOOK_INTERVAL_MS", "ms", 10, 60_000)
            .defaults(200)
            .means("Pause between two looks for new events and for due webhook deliveries.");
    static final Setting ENDPOINTS_MAX = Setting.number("PHOPAY_WEBHOOK_ENDPOINTS_MAX", "endpoints", 1, 100)
            .defaults(10)
            .means("Most webhook endpoints of one merchant.");
    static final Setting SECRET_OVERLAP_HOURS = Setting.number("PHOPAY_WEBHOOK_SECRET_OVERLAP_HOURS", "hours", 0, 720)
            .defaults(24)
            .means("How long an old webhook secret still signs beside its successor.");
    static final Setting ALLOW_LOOPBACK = Setting.choice("PHOPAY_WEBHOOK_ALLOW_LOOPBACK", List.of("no", "yes"))
            .defaults("no")
            .means("Whether webhooks may call receivers on this very machine; for the demo and tests only.");
    static final Setting SENDERS = Setting.number("PHOPAY_WEBHOOK_SENDERS", "endpoints", 1, 1000)
            .defaults(64)
            .means("Webhook endpoints that one instance sends to at the same time.");
    static final Setting TIMEOUT_MS = Setting.number("PHOPAY_WEBHOOK_TIMEOUT_MS", "ms", 100, 60_000)
            .defaults(10_000)
            .means("Time for one webhook attempt, look-up of the name and answer included.");
    static final Setting LEASE_MS = Setting.number("PHOPAY_WEBHOOK_LEASE_MS", "ms", 300, 600_000)
            .defaults(60_000)
            .means("How long an endpoint belongs to the sender that took it; at least three attempts long.");
    static final Setting RETRY_MS_MIN = Setting.number("PHOPAY_WEBHOOK_RETRY_MS_MIN", "ms", 10, 86_400_000)
            .defaults(5000)
            .means("Pause after the first failed webhook attempt; each next pause is three times as long.");
    static final Setting RETRY_MS_MAX = Setting.number("PHOPAY_WEBHOOK_RETRY_MS_MAX", "ms", 10, 86_400_000)
            .defaults(86_400_000)
            .means("Longest pause between two webhook attempts, asked for by Retry-After or not.");
    static final Setting GIVE_UP_HOURS = Setting.number("PHOPAY_WEBHOOK_GIVE_UP_HOURS", "hours", 1, 720)
            .defaults(72)
            .means("How long after its event a webhook that fails is given up.");
    static final Setting KEEP_DAYS = Setting.number("PHOPAY_WEBHOOK_KEEP_DAYS", "days", 4, 3650)
            .defaults(90)
            .means("How long the log of webhook deliveries is kept.");
    static final List<Setting> SETTINGS = List.of(
            INTERVAL_MS, ENDPOINTS_MAX, SECRET_OVERLAP_HOURS, ALLOW_LOOPBACK, SENDERS, TIMEOUT_MS, LEASE_MS,
            RETRY_MS_MIN, RETRY_MS_MAX, GIVE_UP_HOURS, KEEP_DAYS);

    private static final int ATTEMPTS_PER_LEASE = 3;

    static WebhookConfig from(SettingValues values) {
        Sending sending = new Sending(
                values.integer(SENDERS), values.millis(TIMEOUT_MS), values.millis(LEASE_MS));
        Retry retry = new Retry(
                values.millis(RETRY_MS_MIN), values.millis(RETRY_MS_MAX), values.hours(GIVE_UP_HOURS));
        if (sending.lease.compareTo(sending.timeout.multipliedBy(ATTEMPTS_PER_LEASE)) < 0) {
            throw new ConfigException(LEASE_MS.name(), "must be at least three times " + TIMEOUT_MS.name());
        }
        if (retry.min.compareTo(retry.max) > 0) {
            throw new ConfigException(RETRY_MS_MIN.name(), "must not exceed " + RETRY_MS_MAX.name());
        }
        return new WebhookConfig(
                values.millis(INTERVAL_MS),
                values.integer(ENDPOINTS_MAX),
                values.hours(SECRET_OVERLAP_HOURS),
                "yes".equals(values.text(ALLOW_LOOPBACK)),
                values.days(KEEP_DAYS),
                sending,
                retry);
    }
}
