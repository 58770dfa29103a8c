package vn.phopay.simulator;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be paid.
 *
 * @param accountNumber the account at the simulated bank
 * @param code what the payer's memo should carry: a reference, or any text; null for payers who write none
 * @param amountVnd what is paid; null for any usual amount
 * @param expiresAt when the request behind the code expires, where it is one
 */
public record Target(
        String accountNumber, @Nullable String code, @Nullable Long amountVnd, @Nullable Instant expiresAt) {
    private static final int MADE_UP = 5;

    /** An account that is paid by a printed code. */
    public static Target of(String accountNumber, String reference) {
        return new Target(accountNumber, reference, null, null);
    }

    /** A few made-up accounts, for a simulation that knows of none: nobody owns them, so all they get is unmatched. */
    public static List<Target> madeUp() {
        return IntStream.rangeClosed(1, MADE_UP)
                .mapToObj(i -> new Target("90000000000" + i, null, null, null))
                .toList();
    }
}
