package vn.phopay.web.book;

import java.util.Optional;
import vn.phopay.book.BookHeader;
import vn.phopay.identity.OutletId;
import vn.phopay.payment.PaymentReader;
import vn.phopay.web.Form;

/**
 * What the page that searches the book shows.
 *
 * @param form what is looked for
 * @param header whose book it is
 * @param found a page of what was found; empty before anything was looked for
 * @param query the query of the search, for the link to the next page
 */
public record SearchModel(Form form, BookHeader header, Optional<PaymentReader.Page> found, String query) {
    /** The name of an outlet where there are several; empty else. */
    public String place(Optional<OutletId> id) {
        return header.places().size() < 2 ? ""
                : id.flatMap(header::place).map(BookHeader.Place::name).orElse("");
    }

    /** The address of the next page. */
    public String more(PaymentReader.Cursor after) {
        return GetBookSearchPage.PATH + "?" + query + "&" + GetBookDayPage.AFTER + "=" + after;
    }
}
