package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * Limits of bank callbacks and of the batcher that records them.
 *
 * @param tolerance how far a callback's own time may lie from ours, either way
 * @param flushWindow how long a flush waits for company; zero sends at once when idle
 * @param writers dedicated connections that record payments
 * @param retryAfter what a 503 asks the bank to wait
 * @param warmUpFlushes flushes run, and rolled back, before the first callback is let in
 * @param vnpayTellsOrders whether VNPAY hears that the order of a recorded payment is unknown or of another amount
 */
public record CallbackConfig(
        Duration tolerance,
        int transactionsMax,
        int queueRowsMax,
        long queueBytesMax,
        int flushRowsMax,
        Duration flushWindow,
        int writers,
        Duration retryAfter,
        int warmUpFlushes,
        boolean vnpayTellsOrders) {

    static final Setting TOLERANCE_SECONDS =
            Setting.number("PHOPAY_CALLBACK_TOLERANCE_SECONDS", "seconds", 1, 86_400)
                    .defaults(300)
                    .means("How far a callback's timestamp may lie from our clock, either way.");
    static final Setting TRANSACTIONS_MAX =
            Setting.number("PHOPAY_CALLBACK_TRANSACTIONS_MAX", "transactions", 1, 10_000)
                    .defaults(1000)
                    .means("Most transactions in one callback.");
    static final Setting QUEUE_ROWS_MAX = Setting.number("PHOPAY_CALLBACK_QUEUE_ROWS_MAX", "rows", 1, 1_000_000)
            .defaults(50_000)
            .means("Most transactions waiting to be recorded; past it callbacks get 503.");
    static final Setting QUEUE_BYTES_MAX =
            Setting.number("PHOPAY_CALLBACK_QUEUE_BYTES_MAX", "bytes", 65_536, 4_294_967_296L)
                    .defaults(67_108_864)
                    .means("Most bytes of callbacks waiting to be recorded; past it callbacks get 503.");
    static final Setting FLUSH_ROWS_MAX = Setting.number("PHOPAY_CALLBACK_FLUSH_ROWS_MAX", "rows", 1, 10_000)
            .defaults(512)
            .means("Most rows in one recording transaction.");
    static final Setting FLUSH_WINDOW_MS = Setting.number("PHOPAY_CALLBACK_FLUSH_WINDOW_MS", "ms", 0, 50)
            .defaults(0)
            .means("How long a flush waits for more rows: more throughput, more latency.");
    static final Setting WRITERS = Setting.number("PHOPAY_CALLBACK_WRITERS", "connections", 1, 64)
            .defaultsFrom("number of cores", v -> Integer.toString(Runtime.getRuntime().availableProcessors()))
            .means("Connections that record payments; one an event loop serves best.");
    static final Setting RETRY_AFTER_SECONDS =
            Setting.number("PHOPAY_CALLBACK_RETRY_AFTER_SECONDS", "seconds", 1, 3600)
                    .defaults(1)
                    .means("Retry-After of a callback refused by a full queue.");
    static final Setting WARM_UP_FLUSHES = Setting.number("PHOPAY_CALLBACK_WARM_UP_FLUSHES", "flushes", 0, 10_000)
            .defaults(100)
            .means("Flushes run, and rolled back, before the first callback is let in.");
    static final Setting VNPAY_ORDERS = Setting.choice("PHOPAY_CALLBACK_VNPAY_ORDERS", List.of("off", "on"))
            .defaults("off")
            .means("Whether VNPAY hears 01 and 04 of unknown orders and other amounts, all recorded; for its tests.");
    static final List<Setting> SETTINGS = List.of(
            TOLERANCE_SECONDS, TRANSACTIONS_MAX, QUEUE_ROWS_MAX, QUEUE_BYTES_MAX, FLUSH_ROWS_MAX, FLUSH_WINDOW_MS,
            WRITERS, RETRY_AFTER_SECONDS, WARM_UP_FLUSHES, VNPAY_ORDERS);

    static CallbackConfig from(SettingValues values) {
        CallbackConfig config = new CallbackConfig(
                values.seconds(TOLERANCE_SECONDS),
                values.integer(TRANSACTIONS_MAX),
                values.integer(QUEUE_ROWS_MAX),
                values.number(QUEUE_BYTES_MAX),
                values.integer(FLUSH_ROWS_MAX),
                values.millis(FLUSH_WINDOW_MS),
                values.integer(WRITERS),
                values.seconds(RETRY_AFTER_SECONDS),
                values.integer(WARM_UP_FLUSHES),
                values.text(VNPAY_ORDERS).equals("on"));
        if (config.queueRowsMax < config.transactionsMax) {
            // A full callback could otherwise never be accepted, however often the bank retries.
            throw new ConfigException(QUEUE_ROWS_MAX.name(), "must not be below " + TRANSACTIONS_MAX.name()
                    + " (" + config.transactionsMax + ")");
        }
        return config;
    }
}
