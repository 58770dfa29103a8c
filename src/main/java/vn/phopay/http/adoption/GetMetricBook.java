package vn.phopay.http.adoption;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/** GET /api/v1/metrics: {@code {version, items}}, the definition of every metric; it changes with a release only. */
public final class GetMetricBook implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/metrics", Access.ANYONE);
    private static final String ASKED_AT_EVERY_USE = "public, no-cache";

    private final Reply full;
    private final String tag;

    /** Tells what {@code book} holds. */
    public GetMetricBook(MetricBook book) {
        JsonArray items = new JsonArray();
        book.all().forEach(metric -> items.add(toJson(metric)));
        this.full = Reply.ok(new JsonObject().put("version", book.version()).put("items", items));
        this.tag = EntityTag.ofBytes(full.body());
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Reply reply = EntityTag.isCached(call, tag) ? Reply.notModified() : full;
        return Future.succeededFuture(reply.with("etag", tag).with("cache-control", ASKED_AT_EVERY_USE));
    }

    private static JsonObject toJson(Metric metric) {
        JsonArray scopes = new JsonArray();
        metric.scopes().stream().sorted().map(ScopeKind::name).forEach(scopes::add);
        JsonArray source = new JsonArray();
        metric.words().source().forEach(source::add);
        return new JsonObject()
                .put("id", metric.id())
                .put("name", text(metric.words().name()))
                .put("definition", text(metric.words().definition()))
                .put("limits", text(metric.words().limits()))
                .put("formula", formula(metric.formula()))
                .put("unit", metric.unit().name().toLowerCase(Locale.ROOT))
                .put("fold", metric.fold().name().toLowerCase(Locale.ROOT))
                .put("direction", metric.direction().name().toLowerCase(Locale.ROOT))
                .put("scopes", scopes)
                .put("source", source);
    }

    private static JsonObject text(Metric.Text text) {
        return new JsonObject().put("vi", text.vi()).put("en", text.en());
    }

    private static JsonObject formula(Formula formula) {
        return switch (formula) {
            case Formula.Of(String measure) -> new JsonObject().put("measure", measure);
            case Formula.Ratio(String part, String whole) ->
                new JsonObject().put("ratio", new JsonArray().add(part).add(whole));
            case Formula.Derived(String name) -> new JsonObject().put("derived", name);
        };
    }
}
