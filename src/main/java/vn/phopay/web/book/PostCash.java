package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.book.BookHeader;
import vn.phopay.book.CashEntry;
import vn.phopay.book.ReadBook;
import vn.phopay.book.RecordCash;
import vn.phopay.book.RecordCash.AlreadyRecorded;
import vn.phopay.book.RecordCash.IdTaken;
import vn.phopay.book.RecordCash.InFuture;
import vn.phopay.book.RecordCash.MonthClosed;
import vn.phopay.book.RecordCash.OutletUnknown;
import vn.phopay.book.RecordCash.Recorded;
import vn.phopay.book.RecordCash.TooMany;
import vn.phopay.book.RecordCash.TooOld;
import vn.phopay.book.RecordCash.WrongAmount;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** POST /so-doanh-thu/tien-mat: adds cash to the book, once by the id in its form. */
public final class PostCash implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(BookPath.BOOK + "/tien-mat", Access.OWNER);
    private static final int UNPROCESSABLE = 422;

    private final RecordCash recordCash;
    private final ReadBook read;
    private final MonthPage page;
    private final PageKit kit;

    /** Writes by {@code recordCash}; {@code page} shows a form that was wrong. */
    public PostCash(RecordCash recordCash, ReadBook read, MonthPage page, PageKit kit) {
        this.recordCash = recordCash;
        this.read = read;
        this.page = page;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        MerchantId merchant = BookPath.merchant(call);
        Optional<UUID> entry = BookPath.parseEntry(form.typed(MonthPage.ENTRY));
        Optional<Long> amountVnd = form.amount(MonthPage.AMOUNT);
        Optional<LocalDate> day = form.day(MonthPage.DAY);
        String note = form.optional(MonthPage.NOTE, CashEntry.NOTE_LENGTH_MAX).orElse("");
        Optional<OutletId> outlet = outlet(form, await(read.header(transaction, merchant)).orElseThrow());
        if (entry.isEmpty() || amountVnd.isEmpty() || day.isEmpty() || outlet.isEmpty() || !form.isGood()) {
            return again(call, transaction, form);
        }
        RecordCash.Outcome outcome = recordCash.record(transaction, new RecordCash.Order(
                entry.get(), merchant, outlet.get(), day.get(), amountVnd.get(), note, call.principal().subjectId()));
        return reply(call, transaction, form, outcome);
    }

    /** The only outlet need not be chosen. */
    private static Optional<OutletId> outlet(Form form, BookHeader header) {
        if (header.places().size() == 1) {
            return Optional.of(header.places().getFirst().outlet());
        }
        Optional<OutletId> chosen = OutletId.parse(form.typed(BookPath.OUTLET))
                .filter(outlet -> header.place(outlet).isPresent());
        if (chosen.isEmpty()) {
            form.fail(BookPath.OUTLET, "form.choice");
        }
        return chosen;
    }

    private Reply reply(Call call, SqlConnection transaction, Form form, RecordCash.Outcome outcome) {
        View view = kit.view(call);
        switch (outcome) {
            case Recorded(CashEntry kept) -> {
                return PageKit.seeOther(BookPath.of(kept.business(), Optional.empty()), "book.cash.recorded");
            }
            case AlreadyRecorded(CashEntry kept) -> {
                return PageKit.seeOther(BookPath.of(kept.business(), Optional.empty()), "book.cash.recorded");
            }
            case IdTaken() -> {
                Form renamed = page.renamed(form, OutletId.parse(form.typed(BookPath.OUTLET)));
                renamed.fail(MonthPage.AMOUNT, "book.cash.taken");
                return again(call, transaction, renamed);
            }
            case WrongAmount(long maxVnd) -> form.fail(MonthPage.AMOUNT, "book.cash.much", view.dong(maxVnd));
            case InFuture(LocalDate today) -> form.fail(MonthPage.DAY, "book.cash.future", view.day(today));
            case TooOld(LocalDate first) -> form.fail(MonthPage.DAY, "book.cash.old", view.day(first));
            case MonthClosed(YearMonth through) -> form.fail(MonthPage.DAY, "book.cash.closed",
                    view.day(through.plusMonths(1).atDay(1)));
            case OutletUnknown() -> form.fail(BookPath.OUTLET, "form.choice");
            case TooMany(int max) -> form.fail(MonthPage.DAY, "book.cash.many", max);
        }
        return again(call, transaction, form);
    }

    /** Shows the month that the form is about, or the present one where its day cannot be read. */
    private Reply again(Call call, SqlConnection transaction, Form form) {
        YearMonth month = Form.showing(Map.of(MonthPage.DAY, form.typed(MonthPage.DAY))).day(MonthPage.DAY)
                .map(YearMonth::from)
                .filter(asked -> !asked.isAfter(page.lastMonth()) && asked.getYear() >= page.today().getYear() - 1)
                .orElse(page.lastMonth());
        return page.show(UNPROCESSABLE, call, transaction, new MonthPage.Shown(month, form));
    }
}
