package vn.phopay.dayclose;

/** What can speak against closing a day. */
public enum BlockerKind {
    /** The day is not over in Vietnam. */
    DAY_NOT_OVER(false),
    /** An earlier day is open: days are closed in order. */
    PREVIOUS_DAY_OPEN(false),
    /** The chain has begun after this day, or cannot begin: there is no fact of this day or an earlier one. */
    BEFORE_FIRST_DAY(false),
    /** A statement is being read; half of it would fall into the next day. */
    IMPORT_RUNNING(false),
    /** A statement whose opening balance, movements and closing balance do not add up. */
    STATEMENT_UNBALANCED(false),
    /** Money moved on accounts of which no statement of the day has come. */
    STATEMENT_MISSING(true),
    /** Callbacks and statements tell different money. */
    DRIFT(true);

    private final boolean waivable;

    BlockerKind(boolean waivable) {
        this.waivable = waivable;
    }

    /** Whether two people together may close the day in spite of it. */
    public boolean waivable() {
        return waivable;
    }
}
