package vn.phopay.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/**
 * Chromium for tests of pages. Every window is a visitor of its own, without cookies or cache of another. The last
 * three stay open, and closing it closes them; the browser process is shared by the JVM, except one with a camera.
 */
public final class PageBrowser implements AutoCloseable {
    private static final double PHONE_SCALE = 2;
    /** Pages go on asking the server while they are open, so what a test has left behind is closed. */
    private static final int WINDOWS_MAX = 3;

    private final Browser browser;
    private final boolean own;
    private final List<BrowserContext> contexts = new ArrayList<>();

    private PageBrowser(Browser browser, boolean own) {
        this.browser = browser;
        this.own = own;
    }

    /** Where no {@code chromium} is installed the test is aborted, or fails if it is required. */
    public static PageBrowser open() {
        return new PageBrowser(Chromium.shared(), false);
    }

    /** A browser whose only camera sees {@code feed} over and over, and whose user lets pages use it. */
    public static PageBrowser withCamera(CameraFeed feed) {
        return new PageBrowser(Chromium.launch(List.of(
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + feed.file().toAbsolutePath())), true);
    }

    /** A window of a phone, 360 x 740. */
    public PageWindow phone(String language) {
        return window(WindowLook.phone(language));
    }

    /** A window on a desk, 1280 x 800. */
    public PageWindow desktop(String language) {
        return window(WindowLook.desktop(language));
    }

    /** A Vietnamese window on a wall, 1920 x 1080. */
    public PageWindow wall() {
        return window(WindowLook.wall("vi"));
    }

    /** A window of any look. */
    public PageWindow window(WindowLook look) {
        if (own && look.textDoubled()) {
            throw new IllegalArgumentException("a browser with a camera has text of ordinary size");
        }
        Browser process = look.textDoubled() ? Chromium.sharedWithTextDoubled() : browser;
        BrowserContext context = process.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setIsMobile(look.phone())
                .setHasTouch(look.phone())
                .setDeviceScaleFactor(look.phone() ? PHONE_SCALE : 1)
                .setLocale(look.language().equals("vi") ? "vi-VN" : "en-GB")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setReducedMotion(look.reducedMotion() ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE));
        contexts.add(context);
        if (contexts.size() > WINDOWS_MAX) {
            contexts.removeFirst().close();
        }
        if (own) {
            context.grantPermissions(List.of("camera"));
        }
        return new PageWindow(context, look);
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        if (own) {
            browser.close();
        }
    }
}
