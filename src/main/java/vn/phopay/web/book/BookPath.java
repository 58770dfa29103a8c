package vn.phopay.web.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.book.BookHeader;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/** Reads addresses of the book's pages, and writes them. What is no address of the caller's own book is not found. */
final class BookPath {
    static final String BOOK = "/so-doanh-thu";
    static final String MONTH = "thang";
    static final String OUTLET = "diem";
    /** Before it nobody had a book. */
    private static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);

    private BookPath() {}

    static MerchantId merchant(Call call) {
        return new MerchantId(call.principal().subjectId());
    }

    /** A month such as {@code 2026-08}, not after {@code last}. */
    static YearMonth month(String text, YearMonth last) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(FIRST_MONTH) && !month.isAfter(last)) {
                return month;
            }
        } catch (DateTimeException noMonth) {
            // Said below.
        }
        throw notFound();
    }

    /** A day such as {@code 2026-08-12}, in a month not after {@code last}. */
    static LocalDate day(String text, YearMonth last) {
        try {
            LocalDate day = LocalDate.parse(text);
            month(YearMonth.from(day).toString(), last);
            return day;
        } catch (DateTimeException noDay) {
            throw notFound();
        }
    }

    /** The outlet that the query names; refuses one of another merchant. */
    static Optional<OutletId> outlet(Call call, BookHeader header) {
        return call.queryParameter(OUTLET).map(text -> OutletId.parse(text)
                .filter(outlet -> header.place(outlet).isPresent())
                .orElseThrow(BookPath::notFound));
    }

    static UUID entry(String text) {
        return parseEntry(text).orElseThrow(BookPath::notFound);
    }

    static Optional<UUID> parseEntry(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    static String of(YearMonth month, Optional<OutletId> outlet) {
        return BOOK + "?" + MONTH + "=" + month + and(outlet);
    }

    static String of(LocalDate day, Optional<OutletId> outlet) {
        return BOOK + "/" + day + outlet.map(id -> "?" + OUTLET + "=" + id).orElse("");
    }

    private static String and(Optional<OutletId> outlet) {
        return outlet.map(id -> "&" + OUTLET + "=" + id).orElse("");
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing at this address.");
    }
}
