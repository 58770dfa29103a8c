package vn.phopay.reconciliation;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells one trouble of a kind from another. The texts hold no time, no id of ours and no order of arrival, so that
 * the same facts in any order give the same text.
 */
public final class Fingerprint {
    private static final String SEPARATOR = "/";

    private Fingerprint() {}

    /** Of one transfer, as its bank calls it: whatever else is told of it later belongs to the same trouble. */
    public static String ofTransfer(String bankCode, String bankReference) {
        return bankCode + SEPARATOR + bankReference;
    }

    /** Of two transfers that may be one; in whichever order they are given. */
    public static String ofPair(String oneTransfer, String otherTransfer) {
        return Stream.of(oneTransfer, otherTransfer).sorted().collect(Collectors.joining("|"));
    }

    /** Of something about an account that {@code subject} names: a statement, a line, a number in a sequence. */
    public static String ofAccount(String bankCode, String accountNumber, String subject) {
        return bankCode + SEPARATOR + accountNumber + SEPARATOR + subject;
    }
}
