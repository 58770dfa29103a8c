package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * Live events for merchants.
 *
 * @param pollInterval pause between two looks for new events, while somebody listens
 * @param keepAlive pause between two signs of life on a stream
 * @param retry how soon a client that lost its stream should come back
 * @param stall how long a client may take nothing before its stream is cut
 * @param sessionCheck pause between two looks at the sessions behind all streams
 * @param resumeWindow how long after an event a client may still resume from it
 * @param perMerchantMax most streams of one merchant on one instance
 * @param streamsMax most streams of one instance
 */
public record StreamConfig(
        Duration pollInterval,
        Duration keepAlive,
        Duration retry,
        Duration stall,
        Duration sessionCheck,
        Duration resumeWindow,
        int perMerchantMax,
        int streamsMax) {

    static final Setting POLL_MS = Setting.number("PHOPAY_STREAM_POLL_MS", "ms", 10, 200)
            .defaults(100)
            .means("Pause between two looks for new events, while somebody listens to a stream.");
    static final Setting KEEP_ALIVE_MS = Setting.number("PHOPAY_STREAM_KEEP_ALIVE_MS", "ms", 100, 10_000)
            .defaults(8000)
            .means("Pause between two signs of life on a stream.");
    static final Setting RETRY_MS = Setting.number("PHOPAY_STREAM_RETRY_MS", "ms", 100, 600_000)
            .defaults(2000)
            .means("How soon a client that lost its stream is asked to come back.");
    static final Setting STALL_MS = Setting.number("PHOPAY_STREAM_STALL_MS", "ms", 100, 600_000)
            .defaults(30_000)
            .means("How long a client may take nothing before its stream is cut.");
    static final Setting SESSION_CHECK_MS = Setting.number("PHOPAY_STREAM_SESSION_CHECK_MS", "ms", 100, 600_000)
            .defaults(2000)
            .means("Pause between two looks at the sessions behind streams; so long may an ended one still listen.");
    static final Setting RESUME_HOURS = Setting.number("PHOPAY_STREAM_RESUME_HOURS", "hours", 1, 8760)
            .defaults(168)
            .means("How long after an event a client may still resume from it; then it reads the list instead.");
    static final Setting PER_MERCHANT_MAX = Setting.number("PHOPAY_STREAMS_PER_MERCHANT_MAX", "streams", 1, 10_000)
            .defaults(20)
            .means("Most streams of one merchant on one instance.");
    static final Setting STREAMS_MAX = Setting.number("PHOPAY_STREAMS_MAX", "streams", 1, 1_000_000)
            .defaults(2000)
            .means("Most streams of one instance.");
    static final List<Setting> SETTINGS = List.of(
            POLL_MS, KEEP_ALIVE_MS, RETRY_MS, STALL_MS, SESSION_CHECK_MS, RESUME_HOURS, PER_MERCHANT_MAX, STREAMS_MAX);

    static StreamConfig from(SettingValues values) {
        return new StreamConfig(
                values.millis(POLL_MS),
                values.millis(KEEP_ALIVE_MS),
                values.millis(RETRY_MS),
                values.millis(STALL_MS),
                values.millis(SESSION_CHECK_MS),
                values.hours(RESUME_HOURS),
                values.integer(PER_MERCHANT_MAX),
                values.integer(STREAMS_MAX));
    }
}
