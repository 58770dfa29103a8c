package vn.phopay.simulator.day;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.phopay.simulator.FaultPlan;

/**
 * What day is to be played, and where.
 *
 * @param url base address of the service
 * @param adminLogin login of its administrator
 * @param adminPassword his password
 * @param seed makes the day repeatable
 * @param transactions how many movements at least
 * @param dialects the senders, one each
 * @param faults what goes wrong, and how often
 * @param day the business day that is played
 * @param directory where statements and the report are written
 */
public record DayOptions(
        URI url,
        String adminLogin,
        String adminPassword,
        long seed,
        int transactions,
        List<String> dialects,
        FaultPlan faults,
        LocalDate day,
        Path directory) {
    /** Most movements of a day. */
    public static final int TRANSACTIONS_MAX = 5_000_000;
    private static final int SHOPS_A_DIALECT = 4;
    private static final int TRANSACTIONS_A_SHOP = 5_000;

    /** @throws IllegalArgumentException where a value is out of its range */
    public DayOptions {
        dialects = List.copyOf(dialects);
        if (transactions < 1 || transactions > TRANSACTIONS_MAX) {
            throw new IllegalArgumentException("the transactions must be 1 to " + TRANSACTIONS_MAX);
        }
        if (dialects.isEmpty() || dialects.size() != dialects.stream().distinct().count()) {
            throw new IllegalArgumentException("name each dialect once, and at least one");
        }
    }

    /** How many shops the town has. */
    int shops() {
        return Math.max(SHOPS_A_DIALECT * dialects.size(), transactions / TRANSACTIONS_A_SHOP);
    }
}
