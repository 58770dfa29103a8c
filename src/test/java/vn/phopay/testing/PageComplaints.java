package vn.phopay.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes down what is wrong while pages run: requests to anywhere but the service, errors on the console (breaches of
 * the content security policy with them), uncaught exceptions, and parts of a page that cannot be had.
 */
final class PageComplaints {
    /** The browser's own words for a status of 400 or more, which {@link #hear(Response)} judges. */
    private static final String STATUS_ON_CONSOLE = "Failed to load resource: the server responded with a status";
    /** Leaving a page ends what it still loads, a stream of events above all. */
    private static final String LEFT = "net::ERR_ABORTED";
    private static final Set<String> WITHOUT_NETWORK = Set.of("data", "blob", "about");
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final List<String> complaints = new ArrayList<>();
    private String origin = "";

    PageComplaints(BrowserContext context) {
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        context.onRequest(this::hear);
        context.onResponse(this::hear);
        context.onRequestFailed(this::hearFailed);
    }

    /** From now on only {@code origin}, such as {@code http://127.0.0.1:8080}, is the service. */
    void expectOrigin(String expected) {
        this.origin = expected;
    }

    List<String> all() {
        return List.copyOf(complaints);
    }

    /** Drops the complaints that contain {@code part}; how many there were. */
    int forgive(String part) {
        int before = complaints.size();
        complaints.removeIf(complaint -> complaint.contains(part));
        return before - complaints.size();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(STATUS_ON_CONSOLE)) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void hear(Request request) {
        String url = request.url();
        if (!WITHOUT_NETWORK.contains(url.substring(0, url.indexOf(':'))) && !url.startsWith(origin + "/")) {
            complaints.add("outside request: " + url);
        }
    }

    private void hear(Response response) {
        int badFrom = response.request().isNavigationRequest() ? SERVER_ERROR : CLIENT_ERROR;
        if (response.status() >= badFrom) {
            complaints.add("status " + response.status() + ": " + response.request().method() + " " + response.url());
        }
    }

    private void hearFailed(Request request) {
        if (!LEFT.equals(request.failure())) {
            complaints.add("failed: " + request.url() + " " + request.failure());
        }
    }
}
