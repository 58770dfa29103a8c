package vn.phopay.reconciliation;

/** What staff decide to do about a case. */
public enum CaseAction {
    /** The money is an outlet's, or pays a request. */
    ASSIGN(Resolution.FIXED),
    /** The money went back to who paid it. */
    REFUND(Resolution.FIXED),
    /** It stays as it is; of a report: there was nothing to it. */
    IGNORE(Resolution.ACCEPTED),
    /** What was reported is true, and was dealt with. */
    CONFIRM(Resolution.FIXED);

    private final Resolution resolution;

    CaseAction(Resolution resolution) {
        this.resolution = resolution;
    }

    /** How a case ends by it. */
    public Resolution resolution() {
        return resolution;
    }
}
