package vn.phopay.web.book;

import java.util.Optional;
import vn.phopay.book.BookMonth;

/**
 * What is asked before a month is closed.
 *
 * @param month the month as it stands
 * @param seen tells this state of it from every other one
 * @param trouble the message that says why it was not closed; empty where nobody tried
 */
public record CloseModel(BookMonth month, String seen, Optional<String> trouble) {
    /** The address that closes it. */
    public String action() {
        return BookPath.BOOK + "/" + month.month() + "/chot";
    }

    /** The address of the month. */
    public String back() {
        return BookPath.of(month.month(), Optional.empty());
    }
}
