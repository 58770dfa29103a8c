package vn.phopay.paper;

/** The colours of our paper: those of the pages, and the black and white that codes are printed in. */
enum Ink {
    /** Codes and body text: grey only, so that printers use black ink and nothing else. */
    BLACK(0x000000),
    /** The ground of codes. */
    WHITE(0xFFFFFF),
    /** What says less. */
    SOFT(0x4D4D4D),
    /** Where to cut. */
    HAIR(0x9A9A9A),
    /** The sign's own red. */
    LACQUER(0xA3261D),
    /** Shade of it. */
    LACQUER_DARK(0x8A1C14),
    /** Windows with light in them. */
    GOLD(0xF3C96B),
    /** Behind advice. */
    CREAM(0xFDF1D6);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    int red() {
        return rgb >> 16;
    }

    int green() {
        return rgb >> 8 & 0xFF;
    }

    int blue() {
        return rgb & 0xFF;
    }

    boolean isGrey() {
        return red() == green() && green() == blue();
    }

    String css() {
        return String.format("#%06x", rgb);
    }
}
