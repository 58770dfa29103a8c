package vn.phopay.payment;

import java.util.Optional;
import vn.phopay.reconciliation.CaseKind;

/**
 * Whose a credit says it is, and how strongly: what two senders tell of one transfer is weighed by it.
 *
 * @param strength how much it says; the stronger of two claims about one transfer holds
 * @param whose the payee
 * @param trouble what needs a person
 */
record Claim(Strength strength, Attribution whose, Optional<CaseKind> trouble) {
    /** From weak to strong. The order is relied on. */
    enum Strength {
        /** It says nothing that we can use. */
        NOTHING,
        /** The credited account is a merchant's. */
        ACCOUNT,
        /** A virtual account is a merchant's. */
        VIRTUAL_ACCOUNT,
        /** Its memo names a static code. */
        STATIC_CODE,
        /** Its memo names a request. */
        REQUEST,
        /** Two claims of one strength say different things: nobody's until a person decides. */
        DISPUTED;

        /** Assignments by evidence count up to -1, below every decision of a person. */
        private static final int SEQUENCE_OFFSET = -10;

        /** The sequence of the assignment that this evidence makes. */
        int sequence() {
            return SEQUENCE_OFFSET + ordinal();
        }

        static Strength ofSequence(int sequence) {
            return values()[sequence - SEQUENCE_OFFSET];
        }
    }

    static Claim of(Strength strength, Attribution whose) {
        return new Claim(strength, whose, Optional.empty());
    }

    static Claim trouble(CaseKind kind) {
        return new Claim(Strength.NOTHING, Attribution.NONE, Optional.of(kind));
    }

    boolean isStrongerThan(Claim other) {
        return strength.compareTo(other.strength) > 0;
    }

    /** Whether both say something, equally strongly, and not the same. */
    boolean disputes(Claim other) {
        return strength == other.strength && strength != Strength.NOTHING && !whose.equals(other.whose);
    }
}
