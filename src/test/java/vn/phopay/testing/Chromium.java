package vn.phopay.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system's {@code chromium} under Playwright's driver, which would download browsers of its own and is told not to.
 * One driver and one browser process (one more for doubled text) serve all tests of a JVM, because each start costs
 * seconds on two cores; they end with the JVM. Playwright is for one thread at a time, as our tests run.
 */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars");
    /** The browser's own font sizes, and Playwright's settings of a mouse, which the same flag would forget. */
    private static final String DOUBLED_TEXT = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26,"
            + "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1");

    private static @Nullable Playwright driver;
    private static @Nullable Browser shared;
    private static @Nullable Browser doubled;

    private Chromium() {}

    /** The process all tests share; where no Chromium is installed the test is aborted, or fails if it is required. */
    static synchronized Browser shared() {
        if (shared == null || !shared.isConnected()) {
            shared = launch(List.of());
        }
        return shared;
    }

    /** The same for users who set a font size of 32 instead of 16 pixels, which is a matter of the whole process. */
    static synchronized Browser sharedWithTextDoubled() {
        if (doubled == null || !doubled.isConnected()) {
            doubled = launch(List.of(DOUBLED_TEXT));
        }
        return doubled;
    }

    /** A process of its own with further flags; the caller closes it. */
    static synchronized Browser launch(List<String> flags) {
        Path program = OptionalTool.require("chromium");
        if (driver == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PageWindow.WAIT_MS_MAX);
            driver = Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT));
        }
        return driver.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(Stream.concat(FLAGS.stream(), flags.stream()).toList()));
    }
}
