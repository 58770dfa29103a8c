package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Period;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.programme.QualityItem;
import vn.phopay.programme.ReadDataQuality;
import vn.phopay.web.View;

/** GET /thanh-pho/chat-luong: what is wrong with the data that figures are made of, and where each is mended. */
public final class GetDataQualityPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.QUALITY, Access.STAFF);
    private static final String MATCHED = "bankMatchedShare";

    private final ProgrammeParts parts;
    private final ReadDataQuality quality;

    /** Shows what {@code quality} counts. */
    public GetDataQualityPage(ProgrammeParts parts, ReadDataQuality quality) {
        this.parts = parts;
        this.quality = quality;
    }

    /**
     * What the template shows.
     *
     * @param age how old figures are
     * @param rows what is wrong, the items with none last
     * @param matched banks whose share of matched credits is known this month, the lowest written out
     * @param everywhere whether the whole city is counted
     */
    public record Model(ReadDataQuality.Age age, List<Row> rows, String matched, boolean everywhere) {
        /** Copies {@code rows}. */
        public Model {
            rows = List.copyOf(rows);
        }
    }

    /** An item and how many there are. */
    public record Row(QualityItem item, long count) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        View view = parts.kit().view(call);
        Map<QualityItem, Long> counts = Future.await(quality.count(transaction, own.limits()));
        List<Row> rows = counts.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> Boolean.compare(one.count() == 0, other.count() == 0))
                .toList();
        return parts.kit().page(view, "programme/quality", new Model(Future.await(quality.age(transaction)), rows,
                matched(transaction, view), own.isEverywhere()));
    }

    private String matched(SqlConnection transaction, View view) {
        Metric metric = parts.book().require(MATCHED);
        Period month = Period.of(Interval.MONTH, parts.today());
        return new PlaceWords(view).value(metric.unit(), Future.await(
                parts.figures().across(transaction, ScopeKind.BANK, month)).values().stream()
                .flatMap(held -> held.value(metric).stream())
                .min(Comparator.naturalOrder()));
    }
}
