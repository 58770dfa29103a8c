package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.book.BookHeader;
import vn.phopay.book.ReadBook;
import vn.phopay.book.SearchBook;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.payment.PaymentReader;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * GET /so-doanh-thu/tim-kiem: payments by amount, days, time of day and last digits. Where a field is wrong the form is
 * shown again with what was typed.
 */
public final class GetBookSearchPage implements TransactionalEndpoint {
    static final String PATH = BookPath.BOOK + "/tim-kiem";
    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);
    private static final String AMOUNT = "tien";
    private static final String AMOUNT_MAX = "tien-den";
    private static final String FROM = "tu";
    private static final String TO = "den";
    private static final String TIME = "gio";
    private static final String TIME_MAX = "gio-den";
    private static final String DIGITS = "cuoi";
    private static final List<String> FIELDS = List.of(AMOUNT, AMOUNT_MAX, FROM, TO, TIME, TIME_MAX, DIGITS);
    private static final int PAGE_ROWS = 50;
    private static final int DAYS_DEFAULT = 31;
    private static final int UNPROCESSABLE = 422;

    private final ReadBook read;
    private final SearchBook search;
    private final MonthPage months;
    private final PageKit kit;
    private final int daysMax;

    /** Looks through {@code daysMax} days at most. */
    public GetBookSearchPage(ReadBook read, SearchBook search, MonthPage months, PageKit kit, int daysMax) {
        this.read = read;
        this.search = search;
        this.months = months;
        this.kit = kit;
        this.daysMax = daysMax;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = BookPath.merchant(call);
        BookHeader header = await(read.header(transaction, merchant)).orElseThrow(BookPath::notFound);
        Map<String, String> typed = typed(call);
        if (typed.isEmpty()) {
            Form form = Form.showing(Map.of(FROM, firstDay().toString(), TO, months.today().toString()));
            return show(200, call, new SearchModel(form, header, Optional.empty(), ""));
        }
        Form form = Form.showing(typed);
        SearchBook.Filter filter = filter(form);
        if (!form.isGood()) {
            return show(UNPROCESSABLE, call, new SearchModel(form, header, Optional.empty(), ""));
        }
        PaymentReader.PageRequest page = new PaymentReader.PageRequest(call.queryParameter(GetBookDayPage.AFTER)
                .map(text -> PaymentReader.Cursor.parse(text).orElseThrow(BookPath::notFound)), PAGE_ROWS);
        return show(200, call, new SearchModel(form, header,
                Optional.of(await(search.search(transaction, merchant, filter, page))), query(typed)));
    }

    private Reply show(int status, Call call, SearchModel model) {
        return kit.page(status, kit.view(call), "book/search", model);
    }

    private static Map<String, String> typed(Call call) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> call.queryParameter(field).ifPresent(value -> typed.put(field, value)));
        return typed;
    }

    private static String query(Map<String, String> typed) {
        return typed.entrySet().stream().map(field -> field.getKey() + "=" + PageKit.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private LocalDate firstDay() {
        return months.today().minusDays(DAYS_DEFAULT - 1);
    }

    /** One amount is looked for exactly, two are the ends of what is looked for. */
    private SearchBook.Filter filter(Form form) {
        Optional<Long> least = given(form, AMOUNT) ? form.amount(AMOUNT) : Optional.empty();
        Optional<Long> most = given(form, AMOUNT_MAX) ? form.amount(AMOUNT_MAX) : least;
        LocalDate to = given(form, TO) ? form.day(TO).orElse(months.today()) : months.today();
        LocalDate from = given(form, FROM) ? form.day(FROM).orElse(to) : to.minusDays(DAYS_DEFAULT - 1);
        if (from.isAfter(to)) {
            form.fail(FROM, "book.search.order");
        } else if (ChronoUnit.DAYS.between(from, to) >= daysMax) {
            form.fail(FROM, "book.search.long", daysMax);
        }
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            form.fail(AMOUNT_MAX, "book.search.amounts");
        }
        return new SearchBook.Filter(from, to, least, most, time(form, TIME),
                time(form, TIME_MAX).map(time -> time.plusSeconds(59)), digits(form), Optional.empty());
    }

    private static boolean given(Form form, String field) {
        return !form.typed(field).isBlank();
    }

    private static Optional<LocalTime> time(Form form, String field) {
        return given(form, field) ? form.read(field, "book.search.time", GetBookSearchPage::readTime)
                : Optional.empty();
    }

    private static Optional<LocalTime> readTime(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<String> digits(Form form) {
        return given(form, DIGITS) ? form.read(DIGITS, "book.search.digits", text -> Optional.of(text.replace(" ", ""))
                .filter(digits -> digits.matches("[0-9A-Za-z]+") && digits.length() >= SearchBook.DIGITS_MIN
                        && digits.length() <= SearchBook.DIGITS_MAX))
                : Optional.empty();
    }
}
