package vn.phopay.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Weighs what the browser transfers for the page it shows, as if it were its first visit: caches and service workers
 * are passed by. Bytes are those on the wire, headers and compression included; times are the browser's, in seconds.
 */
final class PageWeight {
    private static final double IDLE_SECONDS = 0.5;
    private static final long IDLE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Map<String, Transfer> idToTransfer = new LinkedHashMap<>();
    private final String mainFrame;
    private String document = "";
    private double loadedAt = Double.NaN;
    private long lastHeardNs = System.nanoTime();

    PageWeight(CDPSession browser) {
        browser.on("Network.requestWillBeSent", this::sent);
        browser.on("Network.responseReceived", this::answered);
        browser.on("Network.loadingFinished", this::finished);
        browser.on("Page.frameNavigated", this::navigated);
        browser.on("Page.loadEventFired", this::loaded);
        browser.send("Page.enable");
        browser.send("Network.enable");
        this.mainFrame = browser.send("Page.getFrameTree").getAsJsonObject("frameTree").getAsJsonObject("frame")
                .get("id").getAsString();
    }

    /** Whether the page is loaded and nothing began or ended for half a second. */
    boolean isQuiet() {
        return !Double.isNaN(loadedAt) && System.nanoTime() - lastHeardNs > IDLE_NS;
    }

    /** Bytes of the first load without fonts: until the load event and the first half second of silence after it. */
    long firstLoadBytes() {
        return firstLoad().stream().mapToLong(transfer -> transfer.bytes).sum();
    }

    /** The heaviest parts of the first load, for a message. */
    List<String> heaviest() {
        return firstLoad().stream().sorted(Comparator.comparingLong((Transfer transfer) -> transfer.bytes).reversed())
                .limit(8).map(transfer -> transfer.bytes + " " + transfer.url).toList();
    }

    private Collection<Transfer> firstLoad() {
        double[] last = {loadedAt};
        return idToTransfer.values().stream()
                .filter(transfer -> transfer.loader.equals(document) && transfer.end > 0)
                .sorted(Comparator.comparingDouble(transfer -> transfer.start))
                .takeWhile(transfer -> {
                    boolean belongs = transfer.start <= last[0] + IDLE_SECONDS;
                    last[0] = belongs ? Math.max(last[0], transfer.end) : last[0];
                    return belongs;
                })
                .filter(transfer -> !transfer.font)
                .toList();
    }

    private void sent(JsonObject event) {
        lastHeardNs = System.nanoTime();
        JsonObject request = event.getAsJsonObject("request");
        Transfer transfer = idToTransfer.computeIfAbsent(event.get("requestId").getAsString(), id -> new Transfer(
                request.get("url").getAsString(), event.get("loaderId").getAsString(), seconds(event)));
        JsonElement redirect = event.get("redirectResponse");
        if (redirect != null) {
            transfer.bytes += redirect.getAsJsonObject().get("encodedDataLength").getAsLong();
        }
    }

    private void answered(JsonObject event) {
        Transfer transfer = idToTransfer.get(event.get("requestId").getAsString());
        if (transfer != null) {
            String kind = event.getAsJsonObject("response").get("mimeType").getAsString();
            transfer.font = kind.startsWith("font/") || event.get("type").getAsString().equals("Font");
        }
    }

    private void finished(JsonObject event) {
        lastHeardNs = System.nanoTime();
        Transfer transfer = idToTransfer.get(event.get("requestId").getAsString());
        if (transfer != null) {
            transfer.end = seconds(event);
            transfer.bytes += event.get("encodedDataLength").getAsLong();
        }
    }

    private void navigated(JsonObject event) {
        JsonObject frame = event.getAsJsonObject("frame");
        if (frame.get("id").getAsString().equals(mainFrame)) {
            document = frame.get("loaderId").getAsString();
            loadedAt = Double.NaN;
        }
    }

    private void loaded(JsonObject event) {
        lastHeardNs = System.nanoTime();
        loadedAt = seconds(event);
    }

    private static double seconds(JsonObject event) {
        return event.get("timestamp").getAsDouble();
    }

    private static final class Transfer {
        private final String url;
        private final String loader;
        private final double start;
        private double end;
        private long bytes;
        private boolean font;

        private Transfer(String url, String loader, double start) {
            this.url = url;
            this.loader = loader;
            this.start = start;
        }
    }
}
