package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.phopay.adoption.Interval;
import vn.phopay.bank.BankNames;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.web.View;

/** GET /thanh-pho/ngan-hang: banks beside each other, by what their deliveries were like in a month. */
public final class GetBankLeaguePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.BANKS, Access.STAFF);
    private static final String MONTH = "thang";
    private static final int MONTHS = 13;
    private static final String PREFIX = "bank-";
    /** The order of the league: the slowest deliveries last. */
    private static final String ORDER = "bankDelayP95";

    private final ProgrammeParts parts;

    /** A page of {@code parts}. */
    public GetBankLeaguePage(ProgrammeParts parts) {
        this.parts = parts;
    }

    /**
     * What the template shows.
     *
     * @param month the month
     * @param months those that can be chosen, the latest first
     * @param columns the metrics
     * @param rows one a bank, the quickest first
     */
    public record Model(YearMonth month, List<YearMonth> months, List<Column> columns, List<Row> rows) {
        /** Copies the lists. */
        public Model {
            months = List.copyOf(months);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A metric: what it is called, and its page. */
    public record Column(String name, String href) {}

    /** A bank: what it is called, and its values, one a column. */
    public record Row(String name, List<String> values) {
        /** Copies {@code values}. */
        public Row {
            values = List.copyOf(values);
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        YearMonth present = YearMonth.from(parts.today());
        YearMonth month = call.queryParameter(MONTH).map(GetBankLeaguePage::month).orElse(present);
        Map<String, Figures> banks = Future.await(parts.figures().across(
                transaction, ScopeKind.BANK, new Period(Interval.MONTH, month.atDay(1))));
        Map<String, String> names = Future.await(BankNames.read(transaction));
        List<Metric> metrics = parts.book().of(ScopeKind.BANK);
        Metric order = parts.book().require(ORDER);
        PlaceWords words = new PlaceWords(view);
        List<Figures> sorted = new ArrayList<>(banks.values());
        sorted.sort(Comparator.comparing((Figures held) -> held.value(order).isEmpty())
                .thenComparing(held -> held.value(order).orElse(BigDecimal.ZERO))
                .thenComparing(Figures::scopeId));
        List<Row> rows = sorted.stream()
                .map(held -> new Row(name(names, held), metrics.stream()
                        .map(metric -> words.value(metric, held)).toList()))
                .toList();
        List<Column> columns = metrics.stream()
                .map(metric -> new Column(metric.name(view.language()), ProgrammePath.metric(metric.id())))
                .toList();
        List<YearMonth> months = IntStream.range(0, MONTHS).mapToObj(present::minusMonths).toList();
        return parts.kit().page(view, "programme/banks", new Model(month, months, columns, rows));
    }

    private static String name(Map<String, String> names, Figures held) {
        String code = held.scopeId().substring(PREFIX.length());
        return Optional.ofNullable(names.get(code)).map(name -> name + " (" + code + ")").orElse(code);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException noMonth) {
            throw OwnPlaces.notFound();
        }
    }
}
