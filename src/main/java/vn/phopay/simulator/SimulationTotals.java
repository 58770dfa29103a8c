package vn.phopay.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a simulation came to so far. Written on one context; read from others for progress only. */
public final class SimulationTotals {
    private static final int MEDIAN = 500;
    private static final int P99 = 990;
    private static final int MICROS_PER_MILLI = 1_000;

    private final Map<String, Long> httpToCalls = new TreeMap<>();
    private final Map<String, Long> statusToTransactions = new TreeMap<>();
    private final Map<String, Long> outcomeToTransactions = new TreeMap<>();
    private final Latencies latencies = new Latencies();
    private volatile long told;
    private volatile long acknowledged;
    private volatile long repeats;
    private volatile long refused;
    private volatile long undelivered;

    synchronized void told(int transactions) {
        told += transactions;
    }

    synchronized void repeated() {
        repeats++;
    }

    synchronized void answered(String http) {
        httpToCalls.merge(http, 1L, Long::sum);
    }

    synchronized void acknowledged(JsonArray results, long nanos) {
        latencies.record(nanos);
        acknowledged += results.size();
        for (int i = 0; i < results.size(); i++) {
            JsonObject result = results.getJsonObject(i);
            statusToTransactions.merge(result.getString("status"), 1L, Long::sum);
            outcomeToTransactions.merge(result.getString("outcome"), 1L, Long::sum);
        }
    }

    synchronized void refused(int transactions) {
        refused += transactions;
    }

    synchronized void undelivered(int transactions) {
        undelivered += transactions;
    }

    /** Transactions told so far, repeats of calls not counted. */
    public long toldCount() {
        return told;
    }

    /** Transactions that were answered by 200. */
    public long acknowledgedCount() {
        return acknowledged;
    }

    /** Calls sent again after an answer that was not 200. */
    public long repeatCount() {
        return repeats;
    }

    /** Whether every transaction was acknowledged. */
    public boolean isComplete() {
        return told == acknowledged;
    }

    /** One object a count, {@code {total, value, count}}, and a summary at the end. */
    public synchronized List<JsonObject> toLines() {
        List<JsonObject> lines = new ArrayList<>();
        add(lines, "http", httpToCalls);
        add(lines, "status", statusToTransactions);
        add(lines, "outcome", outcomeToTransactions);
        lines.add(new JsonObject()
                .put("total", "summary")
                .put("transactions", told)
                .put("acknowledged", acknowledged)
                .put("refused", refused)
                .put("undelivered", undelivered)
                .put("repeatedCalls", repeats)
                .put("latencyMsP50", latencies.microsAt(MEDIAN) / MICROS_PER_MILLI)
                .put("latencyMsP99", latencies.microsAt(P99) / MICROS_PER_MILLI));
        return lines;
    }

    private static void add(List<JsonObject> lines, String total, Map<String, Long> valueToCount) {
        valueToCount.forEach((value, count) ->
                lines.add(new JsonObject().put("total", total).put("value", value).put("count", count)));
    }
}
