package vn.phopay.merchant;

/**
 * An outlet to be added.
 *
 * @param name its name
 * @param address its street address, as people say it
 * @param place the places it stands in from today on
 */
public record NewOutlet(String name, String address, OutletPlace place) {
    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;
    /** Longest address, in characters. */
    public static final int ADDRESS_LENGTH_MAX = 200;
}
