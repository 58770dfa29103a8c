package vn.phopay.testing;

/**
 * What a {@link PageWindow} looks like to a page, and what its user has set.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param phone a touch screen of two device pixels to a CSS pixel, in a browser that heeds the viewport tag
 * @param language {@code vi} or {@code en}, as the cookie {@code phopay_lang}, Accept-Language and Intl say
 * @param reducedMotion {@code prefers-reduced-motion: reduce}
 * @param textDoubled the browser's own font size set to 32 instead of 16 pixels, as a user sets it in Chrome: WCAG 2.2
 *     criterion 1.4.4 without the easy way out of page zoom, which would make a phone's 360 pixels 180
 * @param javaScript false where scripts are off
 */
public record WindowLook(
        int width, int height, boolean phone, String language, boolean reducedMotion, boolean textDoubled,
        boolean javaScript) {
    /** The smallest phone we build for: 360 x 740. */
    public static WindowLook phone(String language) {
        return new WindowLook(360, 740, true, language, false, false, true);
    }

    /** A desk: 1280 x 800. */
    public static WindowLook desktop(String language) {
        return new WindowLook(1280, 800, false, language, false, false, true);
    }

    /** A screen on the wall: 1920 x 1080. */
    public static WindowLook wall(String language) {
        return new WindowLook(1920, 1080, false, language, false, false, true);
    }

    /** The same for a user who asked for less motion. */
    public WindowLook withReducedMotion() {
        return new WindowLook(width, height, phone, language, true, textDoubled, javaScript);
    }

    /** The same for a user who doubled the text. */
    public WindowLook withTextDoubled() {
        return new WindowLook(width, height, phone, language, reducedMotion, true, javaScript);
    }

    /** The same where no script runs. */
    public WindowLook withoutJavaScript() {
        return new WindowLook(width, height, phone, language, reducedMotion, textDoubled, false);
    }

    /** What a file of this look is called behind its name: width, language, and what is unusual. */
    String suffix() {
        return "-" + width + "-" + language + (reducedMotion ? "-still" : "") + (textDoubled ? "-text200" : "")
                + (javaScript ? "" : "-noscript");
    }
}
