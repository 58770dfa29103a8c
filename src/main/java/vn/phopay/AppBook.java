package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import vn.phopay.book.CashLimits;
import vn.phopay.book.CloseMonth;
import vn.phopay.book.FoldBooks;
import vn.phopay.book.ReadBook;
import vn.phopay.book.RecordCash;
import vn.phopay.book.RenderBook;
import vn.phopay.book.SearchBook;
import vn.phopay.book.StrikeCash;
import vn.phopay.book.Threshold;
import vn.phopay.config.BookConfig;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.PageKit;
import vn.phopay.web.book.ClosePage;
import vn.phopay.web.book.GetBookClosePage;
import vn.phopay.web.book.GetBookDayPage;
import vn.phopay.web.book.GetBookFile;
import vn.phopay.web.book.GetBookPage;
import vn.phopay.web.book.GetBookSearchPage;
import vn.phopay.web.book.GetCashStrikePage;
import vn.phopay.web.book.MonthPage;
import vn.phopay.web.book.PostBookClose;
import vn.phopay.web.book.PostCash;
import vn.phopay.web.book.PostCashStrike;

/** Wires revenue books. */
final class AppBook {
    private static final int FOLD_PAYMENTS_MAX = 20_000;
    private static final int FILES_AT_ONCE = 2;
    private static final int FILES_WAITING_MAX = 64;

    private final AppParts parts;
    private final FoldBooks fold;
    private final ReadBook read;

    AppBook(AppParts parts) {
        this.parts = parts;
        this.fold = new FoldBooks(parts.pool(), parts.clock(), FOLD_PAYMENTS_MAX);
        this.read = new ReadBook(parts.merchants(), thresholds(parts.config().book()), parts.clock());
    }

    private static List<Threshold> thresholds(BookConfig config) {
        return config.thresholds().stream()
                .map(one -> new Threshold(
                        one.amountVnd(), one.inForceFrom(), one.meaningVi(), one.meaningEn(), one.source()))
                .toList();
    }

    List<TransactionalEndpoint> pages(PageKit kit) {
        MonthPage months = months(kit);
        ClosePage closing = new ClosePage(read, kit);
        SearchBook search = new SearchBook();
        BookConfig config = parts.config().book();
        RecordCash recordCash = new RecordCash(parts.merchants().outlets(),
                new CashLimits(config.cashVndMax(), config.cashEntriesPerDayMax()), parts.clock());
        return List.of(
                new GetBookPage(months),
                new GetBookDayPage(read, search, months, kit),
                new GetBookSearchPage(read, search, months, kit, config.searchDaysMax()),
                new PostCash(recordCash, read, months, kit),
                new GetCashStrikePage(read, kit),
                new PostCashStrike(new StrikeCash(parts.ids(), parts.clock())),
                new GetBookClosePage(read, closing, months),
                new PostBookClose(new CloseMonth(fold, read, parts.audit(), parts.clock()), closing, months));
    }

    List<Endpoint> files(PageKit kit) {
        RenderBook render = new RenderBook(parts.vertx(), FILES_AT_ONCE, FILES_WAITING_MAX);
        return Arrays.stream(RenderBook.Form.values())
                .<Endpoint>map(form -> new GetBookFile(read, render, parts.pool(), months(kit), form))
                .toList();
    }

    private MonthPage months(PageKit kit) {
        return new MonthPage(read, kit, parts.ids(), parts.clock());
    }

    /** Enters payments into books, on a virtual thread. */
    Future<?> fold() {
        return parts.background().call(fold::run);
    }

    Duration foldInterval() {
        return parts.config().book().foldInterval();
    }
}
