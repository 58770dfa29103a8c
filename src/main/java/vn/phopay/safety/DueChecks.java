package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.time.BusinessDay;

/**
 * Which printed codes of a shop should be looked at. A code that was never checked is due at once; one that was green
 * today is not; any other has been unread for a day or more. Codes that are no longer good, and codes of a shop that is
 * not approved, are never due.
 */
public final class DueChecks {
    private final SelfCheckStore checks;
    private final Clock clock;

    /** Looks in {@code checks} at {@code clock}'s time. */
    public DueChecks(SelfCheckStore checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /** A printed code: where it hangs, what stands on the paper, what its owner calls it. */
    public record Code(QrId id, String outletName, String serial, Optional<String> label) {}

    /**
     * How a code stands.
     *
     * @param code the code
     * @param lastGreen the last day on which it was checked and green
     * @param state whether it should be looked at
     * @param daysUnread business days since then; 0 where it was never checked
     */
    public record Standing(Code code, Optional<LocalDate> lastGreen, State state, int daysUnread) {
        /** Whether it should be looked at. */
        public boolean isDue() {
            return state != State.DONE;
        }

        static Standing of(Code code, Optional<LocalDate> lastGreen, LocalDate today) {
            // A clock that was set back leaves a check in the future; that is as good as today.
            int unread = lastGreen.map(day -> (int) Math.max(0, today.toEpochDay() - day.toEpochDay())).orElse(0);
            State state = lastGreen.isEmpty() ? State.NEVER : State.after(unread);
            return new Standing(code, lastGreen, state, unread);
        }
    }

    /** Whether a code should be looked at, the most urgent last. */
    public enum State {
        /** Green today. */
        DONE,
        /** Green yesterday, not yet today. */
        DUE,
        /** Never checked since it was made. */
        NEVER,
        /** A whole business day or more was missed. */
        OVERDUE;

        private static State after(int daysUnread) {
            return switch (daysUnread) {
                case 0 -> DONE;
                case 1 -> DUE;
                default -> OVERDUE;
            };
        }
    }

    /**
     * What an owner is reminded of.
     *
     * @param codes all good codes of the shop, the most urgent first, at most 500
     */
    public record Reminder(List<Standing> codes) {
        /** Copies {@code codes}. */
        public Reminder {
            codes = List.copyOf(codes);
        }

        /** Codes that should be looked at; 0 where there is nothing to remind of. */
        public int dueCount() {
            return (int) codes.stream().filter(Standing::isDue).count();
        }

        /** How urgent the most urgent code is; {@link State#DONE} where there is none. */
        public State state() {
            return codes.isEmpty() ? State.DONE : codes.getFirst().state();
        }
    }

    /** What the owner of {@code merchant} is to be reminded of now. Fails only on a database fault. */
    public Future<Reminder> of(SqlClient client, MerchantId merchant) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        return checks.codes(client, merchant, now).map(codes -> new Reminder(codes.stream()
                .map(found -> Standing.of(found.code(), found.lastGreen(), today))
                .sorted(Comparator.comparing(Standing::state).reversed()
                        .thenComparing(standing -> -standing.daysUnread()))
                .toList()));
    }
}
