package vn.phopay.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a sender authenticates, what it sends and what it must hear back. Every bank has exactly one dialect; it is never
 * guessed from a request. All dialects end in {@link TransactionNotice}s, so duplicates, matching and counting are
 * written once.
 *
 * <p>A dialect holds no state and does no I/O: the same request under the same keys is always judged alike.
 */
public interface Dialect {
    /** The address {@code /api/v1/banks/{code}/callbacks}. */
    String CALLBACKS = "callbacks";

    /** The name by which a bank's row names it, such as {@code standard}. */
    String name();

    /** The keys that a bank of this dialect can be given. */
    KeyPolicy keyPolicy();

    /** The address below {@code /api/v1/banks/{code}/} that takes its deliveries. */
    default String door() {
        return CALLBACKS;
    }

    /** The HTTP method of its deliveries. */
    default String method() {
        return "POST";
    }

    /**
     * Whether {@code request} only tries the address out, as portals do with GET, HEAD or no body when it is entered.
     * It is answered by {@link DeliveryResult.Pinged} without a signature, and nothing is kept.
     */
    default boolean isPing(CallbackRequest request) {
        return request.isEmpty() || !request.method().equals(method());
    }

    /** Holds a delivery's raw text against the bank's live keys. */
    Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now);

    /** Reads an authenticated delivery. */
    Reading read(CallbackRequest request);

    /** The answer that the sender understands; empty for the service's own problem document (RFC 9457). */
    Optional<DialectAnswer> answer(DeliveryResult result);

    /**
     * The text that the sender's signature covers, for people who look for a mistake; empty where nothing is signed or
     * the request cannot be read. {@code keys} matter where a part of the text is configured and not sent.
     */
    String canonicalText(List<BankKey> keys, CallbackRequest request);

    /** What a person who looks for a mistake is told of {@code request}. */
    default Explanation explain(List<BankKey> keys, CallbackRequest request, Instant now) {
        String text = canonicalText(keys, request);
        return switch (authenticate(keys, request, now)) {
            case Authentication.Authentic authentic -> new Explanation(true, text, "");
            case Authentication.Refused refused -> new Explanation(false, text, refused.reason());
        };
    }

    /**
     * How a request was judged. It names what failed, so it is for the offline debugger and never for an answer.
     *
     * @param canonicalText the signed text; empty where nothing is signed or nothing can be read
     * @param reason what failed; empty where it is valid
     */
    record Explanation(boolean valid, String canonicalText, String reason) {}

    /** Whether a delivery is the sender's own. */
    sealed interface Authentication {
        /**
         * It is.
         *
         * @param key the live key that verified it
         * @param deliveryName the sender's own name of this delivery; empty where it gives none
         * @param signedAt when the sender says it signed it; when it arrived, where it does not say
         */
        record Authentic(BankKey key, String deliveryName, Instant signedAt) implements Authentication {}

        /**
         * It is not, or it is too old or too new.
         *
         * @param reason which part failed, for the offline debugger only: the sender never hears it
         */
        record Refused(String reason) implements Authentication {}
    }

    /** What a delivery says. */
    sealed interface Reading {
        /** Transactions in the order sent. */
        record Transactions(List<TransactionNotice> notices) implements Reading {
            /** Copies {@code notices}. */
            public Transactions {
                notices = List.copyOf(notices);
            }

            /** One transaction. */
            public static Transactions of(TransactionNotice notice) {
                return new Transactions(List.of(notice));
            }
        }

        /** A test of the address, signed: kept as evidence, no payment. */
        record Probe() implements Reading {}

        /** It reports something else than money that moved, such as a failed attempt: kept, no payment. */
        record NotPaid() implements Reading {}

        /** It cannot be read; {@code faults} name the places. */
        record Malformed(List<Fault> faults) implements Reading {
            /** Copies {@code faults}. */
            public Malformed {
                faults = List.copyOf(faults);
            }

            /** Malformed at one place. */
            public static Malformed at(String pointer, String detail) {
                return new Malformed(List.of(new Fault(pointer, detail)));
            }
        }
    }

    /**
     * What is wrong at one place of a delivery.
     *
     * @param pointer JSON pointer (RFC 6901)
     * @param detail what was expected there
     */
    record Fault(String pointer, String detail) {}
}
