package vn.phopay.bank;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;

/**
 * How a sender authenticates and what it sends. Every bank has exactly one dialect; it is never guessed from a request.
 * All dialects end in {@link TransactionNotice}s, so duplicates, matching and counting are written once.
 */
public interface Dialect {
    /** The name by which a bank's row names it, such as {@code standard}. */
    String name();

    /** Holds a delivery's headers and raw bytes against the bank's live keys. Never says which part failed. */
    Authentication authenticate(List<BankKey> keys, MultiMap headers, Buffer rawBody, Instant now);

    /** Reads the transactions of an authenticated delivery. */
    Reading read(Buffer rawBody);

    /** Whether a delivery is the sender's own. */
    sealed interface Authentication {
        /**
         * It is.
         *
         * @param key the live key that verified it
         * @param deliveryName the sender's own name of this delivery
         * @param signedAt when the sender says it signed it
         */
        record Authentic(BankKey key, String deliveryName, Instant signedAt) implements Authentication {}

        /** It is not, or it is too old or too new. */
        record Refused() implements Authentication {}
    }

    /** What a delivery says. */
    sealed interface Reading {
        /** Transactions in the order sent. */
        record Transactions(List<TransactionNotice> notices) implements Reading {
            /** Copies {@code notices}. */
            public Transactions {
                notices = List.copyOf(notices);
            }
        }

        /** It cannot be read; {@code faults} name the places. */
        record Malformed(List<Fault> faults) implements Reading {
            /** Copies {@code faults}. */
            public Malformed {
                faults = List.copyOf(faults);
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
