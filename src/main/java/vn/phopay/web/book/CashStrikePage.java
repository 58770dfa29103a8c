package vn.phopay.web.book;

import java.util.Optional;
import vn.phopay.book.CashEntry;

/**
 * What is asked before an entry of cash is struck out.
 *
 * @param entry the entry
 * @param place the name of its outlet
 * @param closed whether its month is closed, so that the strike stands under today
 */
public record CashStrikePage(CashEntry entry, String place, boolean closed) {
    /** The address that strikes it out. */
    public String action() {
        return BookPath.BOOK + "/tien-mat/" + entry.id() + "/gach";
    }

    /** The address of its day. */
    public String back() {
        return BookPath.of(entry.entered(), Optional.empty());
    }
}
