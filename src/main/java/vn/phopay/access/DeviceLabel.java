package vn.phopay.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a device is called in the list of log-ins, in a few coarse words: {@code iPhone · Safari}. It is all that is
 * kept of what a browser says of itself: enough for its owner to tell a phone from a shop's computer, too little to
 * follow anybody by.
 *
 * @param text device and browser, or one of them; empty where nothing known was told
 */
public record DeviceLabel(String text) {
    /** A device that told nothing known. */
    public static final DeviceLabel UNKNOWN = new DeviceLabel("");

    private static final String BETWEEN = " · ";
    /** Longer headers are cut before anything is looked for; what is known stands in front. */
    private static final int HEADER_LENGTH_MAX = 1_000;

    /** In order: an iPad says that it is a Mac in some words, and an Android phone that it is Linux. */
    private static final List<Mark> DEVICES = List.of(
            new Mark("iphone", "iPhone"),
            new Mark("ipad", "iPad"),
            new Mark("android", "Android"),
            new Mark("cros", "Chromebook"),
            new Mark("windows", "Windows"),
            new Mark("macintosh", "Mac"),
            new Mark("linux", "Linux"));

    /** In order: nearly every browser also says that it is Chrome and Safari. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("zalo", "Zalo"),
            new Mark("fban/", "Facebook"),
            new Mark("fbav/", "Facebook"),
            new Mark("coc_coc", "Cốc Cốc"),
            new Mark("samsungbrowser/", "Samsung Internet"),
            new Mark("edg", "Edge"),
            new Mark("opr/", "Opera"),
            new Mark("opera", "Opera"),
            new Mark("ucbrowser/", "UC Browser"),
            new Mark("firefox/", "Firefox"),
            new Mark("fxios/", "Firefox"),
            new Mark("crios/", "Chrome"),
            new Mark("chrome/", "Chrome"),
            new Mark("safari/", "Safari"));

    private record Mark(String sign, String name) {}

    /** Reads a {@code User-Agent} header (RFC 9110 section 10.1.5); nothing of it but known words is kept. */
    public static DeviceLabel of(Optional<String> userAgent) {
        String header = userAgent.orElse("");
        String told = header.substring(0, Math.min(header.length(), HEADER_LENGTH_MAX)).toLowerCase(Locale.ROOT);
        String device = first(DEVICES, told);
        String browser = first(BROWSERS, told);
        boolean both = !device.isEmpty() && !browser.isEmpty();
        return new DeviceLabel(device + (both ? BETWEEN : "") + browser);
    }

    private static String first(List<Mark> marks, String told) {
        return marks.stream().filter(mark -> told.contains(mark.sign())).map(Mark::name).findFirst().orElse("");
    }
}
