package vn.phopay.safety;

/** What an owner is told about the code that she scanned on her own wall. */
public enum CheckVerdict {
    /** A genuine printed code of hers that is good now. */
    GREEN(Tone.GOOD),
    /** A genuine code of another shop: pasted over. */
    OTHER_SHOP(Tone.DANGER),
    /** A VietQR of nobody's signature that pays an account which is not hers. */
    OTHER_ACCOUNT(Tone.DANGER),
    /** A signature that does not hold, a copy of a code of ours that pays elsewhere, or one we never issued. */
    FORGED(Tone.DANGER),
    /** No readable VietQR: a link, another scheme, a damaged code. */
    NOT_VIETQR(Tone.DANGER),
    /** Her own code, taken back. */
    REVOKED(Tone.RETIRED),
    /** Her own code, of an account that is no longer approved. */
    OLD_ACCOUNT(Tone.RETIRED),
    /** Her own code, past its last day. */
    EXPIRED(Tone.RETIRED),
    /** Her own code, while the city has suspended the shop. */
    SUSPENDED(Tone.RETIRED),
    /** A VietQR of her own account that is no code of ours, such as the one that her bank gave her. */
    OWN_UNSIGNED(Tone.UNSURE),
    /** Her own code for one payment, which is no printed one. */
    ONE_PAYMENT(Tone.UNSURE),
    /** No code could be read from what was sent. */
    UNREADABLE(Tone.UNSURE);

    /** How loud it is told. */
    public enum Tone {
        /** All is well. */
        GOOD,
        /** Money may go to somebody else. */
        DANGER,
        /** Nobody is robbed, but the code should come off the wall. */
        RETIRED,
        /** Nothing was learned about the code on the wall. */
        UNSURE
    }

    private final Tone tone;

    CheckVerdict(Tone tone) {
        this.tone = tone;
    }

    /** How loud it is told. */
    public Tone tone() {
        return tone;
    }

    /** Whether what was read is kept for a while, as evidence for a report. */
    boolean keepsPayload() {
        return tone == Tone.DANGER;
    }
}
