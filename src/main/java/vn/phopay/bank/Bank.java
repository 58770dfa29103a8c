package vn.phopay.bank;

import java.util.List;

/**
 * A sender of callbacks.
 *
 * @param code short name in the callback's path, lower case
 * @param bin NAPAS bank identifier, six digits; with the account number it names a credited account
 * @param dialect how it authenticates and what it sends; a bank has exactly one
 * @param suspended whether its callbacks are refused for now
 * @param keys its live keys, at most two
 */
public record Bank(String code, String bin, String dialect, boolean suspended, List<BankKey> keys) {
    /** Copies {@code keys}. */
    public Bank {
        keys = List.copyOf(keys);
    }
}
