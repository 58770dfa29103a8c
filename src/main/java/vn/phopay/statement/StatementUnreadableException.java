package vn.phopay.statement;

/** A statement file cannot be read: says where and what was expected, in words for whoever sent it. */
public final class StatementUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String detail;

    /** At {@code place}, such as {@code line 3, column 7} or {@code row 12}, the file is wrong by {@code detail}. */
    public StatementUnreadableException(String place, String detail) {
        super(place + ": " + detail, null, false, false);
        this.place = place;
        this.detail = detail;
    }

    /** Where in the file. */
    public String place() {
        return place;
    }

    /** What was expected there. */
    public String detail() {
        return detail;
    }
}
