package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import java.util.Optional;
import vn.phopay.book.BookMonth;
import vn.phopay.book.ReadBook;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.web.PageKit;

/** Makes the page that asks whether a month is to be closed. */
public final class ClosePage {
    private final ReadBook read;
    private final PageKit kit;

    /** Reads by {@code read}. */
    public ClosePage(ReadBook read, PageKit kit) {
        this.read = read;
        this.kit = kit;
    }

    Reply show(int status, Call call, SqlConnection transaction, Asked asked) {
        BookMonth month = await(read.month(transaction, BookPath.merchant(call), asked.month()))
                .orElseThrow(BookPath::notFound);
        return kit.page(status, kit.view(call), "book/close",
                new CloseModel(month, ReadBook.fingerprint(month), asked.trouble()));
    }

    /** Which month, and the message that says why it was not closed. */
    record Asked(YearMonth month, Optional<String> trouble) {}
}
