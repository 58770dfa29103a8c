package vn.phopay.simulator.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.Town.Outlet;
import vn.phopay.simulator.day.Town.Payee;

/** What really happened on the day, as its author knows it: the service is judged by this and not by its own words. */
final class Truth {
    private final Map<String, Map<String, Credit>> merchantToCredits = new HashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final Map<String, RequestEnd> requestToEnd = new LinkedHashMap<>();

    /**
     * A credit that must stand in the payments of its merchant exactly once.
     *
     * @param key what tells it from others, see {@link Credit#key}
     * @param trace the transfer's number between the banks
     * @param amountVnd whole đồng
     * @param payee whose it is
     * @param takenBack whether a reversal took it back
     * @param fault what went wrong on its way; null for nothing
     */
    record Credit(
            String key, String trace, long amountVnd, Payee payee, boolean takenBack, @Nullable Fault fault) {
        /** The name by which the service knows a payment. */
        static String key(String bankCode, String reference) {
            return bankCode + ' ' + reference;
        }
    }

    /**
     * A trouble that is genuine: a person must see it as a case, and what he should do.
     *
     * @param kind the case's
     * @param bankCode who told it
     * @param subjects references of payments, or account numbers: the case is about one of them
     * @param words what happened, and what to do
     * @param apartVnd how far callbacks and statements stay apart because of it
     */
    record Trouble(String kind, String bankCode, Set<String> subjects, Words words, long apartVnd) {
        /** Copies the subjects. */
        Trouble {
            subjects = Set.copyOf(subjects);
        }
    }

    /**
     * A trouble in words.
     *
     * @param happened in one sentence
     * @param advice what a person should do, in one sentence
     * @param cure what a person of the simulation does about it
     */
    record Words(String happened, String advice, Cure cure) {}

    /** What a person of the simulation does about a trouble. */
    sealed interface Cure {
        /** Nothing yet: the case stays open. */
        record None() implements Cure {}

        /** Gives the money to an outlet. */
        record Assign(Outlet outlet) implements Cure {}
    }

    /** How a request must stand in the end. */
    record RequestEnd(String merchantId, String status, long paidVnd) {}

    void count(Credit credit) {
        Credit before = merchantToCredits.computeIfAbsent(credit.payee().merchantId(), id -> new LinkedHashMap<>())
                .put(credit.key(), credit);
        if (before != null) {
            throw new IllegalStateException("the day's author counts " + credit.key() + " twice");
        }
    }

    void trouble(Trouble trouble) {
        troubles.add(trouble);
    }

    void end(String requestId, RequestEnd end) {
        requestToEnd.put(requestId, end);
    }

    /** What {@code merchantId} was paid, by key. */
    Map<String, Credit> creditsOf(String merchantId) {
        return Map.copyOf(merchantToCredits.getOrDefault(merchantId, Map.of()));
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    Map<String, RequestEnd> requests() {
        return Map.copyOf(requestToEnd);
    }
}
