package vn.phopay.release;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.metric.ScopeKind;

/** All of a release as one JSON document; a withheld figure is {@code null} and has a reason, never 0. */
final class ReleaseJson {
    static final String PATH = "release.json";

    private final ReleaseContent content;

    ReleaseJson(ReleaseContent content) {
        this.content = content;
    }

    JsonObject write() {
        JsonObject json = new JsonObject()
                .put("number", content.number().toString())
                .put("month", content.number().month().toString())
                .put("revision", content.number().revision())
                .put("draftedOn", content.draftedOn().toString())
                .put("licence", ReleaseFiles.LICENCE)
                .put("metricsVersion", content.definitions().version())
                .put("quality", quality())
                .put("previous", content.previous().map(ReleaseJson::previous).orElse(null))
                .put("correction", content.correction().map(ReleaseJson::correction).orElse(null))
                .put("suppressed", withheld());
        return json.put("items", districts()).put("ranking", ranking()).put("figures", figures());
    }

    private JsonObject withheld() {
        JsonObject counts = new JsonObject();
        content.withheld().forEach(counts::put);
        return counts;
    }

    private JsonObject quality() {
        ReleaseQuality quality = content.quality();
        JsonObject json = new JsonObject().put("days", quality.days()).put("daysSealed", quality.daysSealed())
                .put("statementsMissing", quality.statementsMissing());
        return quality.tellsCounts()
                ? json.put("transactionsReceived", quality.received()).put("transactionsMatched", quality.matched())
                : json;
    }

    private static JsonObject previous(ReleaseContent.Previous previous) {
        return new JsonObject().put("number", previous.number().toString())
                .put("districtsSha256", previous.districtsSha256());
    }

    private static JsonObject correction(ReleaseContent.Correction correction) {
        return new JsonObject().put("corrects", correction.corrects().toString())
                .put("reasons", correction.reasons()).put("changes", correction.changes().size());
    }

    private JsonArray districts() {
        JsonArray items = new JsonArray();
        content.of(ScopeKind.DISTRICT).forEach((district, cells) -> {
            JsonObject item = new JsonObject()
                    .put("districtCode", district.code()).put("districtName", district.name());
            JsonArray withheld = new JsonArray();
            ReleaseTables.WIDE.forEach((name, metric) -> {
                ReleaseCell cell = cells.get(metric);
                item.put(name, value(cell));
                if (ReleaseTables.isWithheld(cell)) {
                    withheld.add(name);
                }
            });
            items.add(item.put("suppressed", !withheld.isEmpty()).put("suppressedFields", withheld));
        });
        return items;
    }

    private JsonArray ranking() {
        JsonArray rows = new JsonArray();
        ReleaseRanking.of(content).rows().forEach(row -> rows.add(new JsonObject()
                .put("rank", row.rank().orElse(null))
                .put("districtCode", row.district().code())
                .put("districtName", row.district().name())
                .put("adoptionRate", row.rate().orElse(null))
                .put("previousAdoptionRate", row.before().rate().orElse(null))
                .put("change", row.change().orElse(null))
                .put("previousRank", row.before().rank().orElse(null))
                .put("rankChange", row.rankChange().orElse(null))
                .put("sizeClass", row.size().sizeClass())
                .put("rankInSizeClass", row.size().rank().orElse(null))
                .put("highest", row.highest())
                .put("mostImproved", row.mostImproved())));
        return rows;
    }

    private JsonArray figures() {
        JsonArray rows = new JsonArray();
        content.cells().forEach(cell -> rows.add(new JsonObject()
                .put(PublishedCells.SCOPE, cell.scope().id())
                .put("kind", cell.scope().kind().name())
                .put("code", cell.scope().code())
                .put("name", cell.scope().name())
                .put(PublishedCells.METRIC, cell.metric())
                .put(PublishedCells.VALUE, value(cell))
                .put("unit", cell.unit().name())
                .put(PublishedCells.WITHHELD, cell.withheld().orElse(null))));
        return rows;
    }

    private static @Nullable Number value(@Nullable ReleaseCell cell) {
        return Optional.ofNullable(cell).flatMap(ReleaseCell::value).orElse(null);
    }
}
