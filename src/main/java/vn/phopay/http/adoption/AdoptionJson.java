package vn.phopay.http.adoption;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import vn.phopay.adoption.AdoptionPlace;
import vn.phopay.adoption.AdoptionRow;
import vn.phopay.adoption.AdoptionSeries;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.SeriesPoint;

/** Writes figures as the API names them. */
final class AdoptionJson {
    private AdoptionJson() {}

    static JsonObject envelope(DayRange range, Instant asOf) {
        return range(range).put("asOf", asOf.toString());
    }

    static JsonArray rows(List<AdoptionRow> rows) {
        JsonArray array = new JsonArray();
        rows.forEach(row -> array.add(row(row)));
        return array;
    }

    static JsonObject row(AdoptionRow row) {
        AdoptionPlace place = row.place();
        return named(place)
                .put("premises", place.premises())
                .put("registeredMerchants", row.standing().registeredMerchants())
                .put("approvedMerchants", row.standing().approvedMerchants())
                .put("activeOutlets7d", row.activity().activeOutlets7d())
                .put("activeOutlets30d", row.activity().activeOutlets30d())
                .put("adoptionRate", row.activity().adoptionRate())
                .put("target", place.target())
                .put("qrCodesIssued", row.standing().qrCodesIssued())
                .put("transactions", row.flow().transactions())
                .put("amount", row.flow().amount())
                .put("medianAmount", row.flow().medianAmount())
                .put("requestsPaidRate", row.flow().requestsPaidRate())
                .put("suppressed", row.suppressed());
    }

    static JsonObject series(AdoptionSeries series) {
        JsonObject json = envelope(series.range(), series.asOf()).put("interval", series.interval().toString());
        series.place().ifPresent(place -> json.mergeIn(named(place)));
        JsonArray points = new JsonArray();
        series.points().forEach(point -> points.add(point(point)));
        return json.put("points", points);
    }

    private static JsonObject point(SeriesPoint point) {
        return range(point.range())
                .put("transactions", point.transactions())
                .put("amount", point.amount())
                .put("medianAmount", point.medianAmount())
                .put("activeOutlets", point.activeOutlets())
                .put("suppressed", point.suppressed());
    }

    private static JsonObject range(DayRange range) {
        return new JsonObject().put("from", range.from().toString()).put("to", range.to().toString());
    }

    private static JsonObject named(AdoptionPlace place) {
        return switch (place.kind()) {
            case "DISTRICT" -> new JsonObject().put("districtCode", place.code()).put("districtName", place.name());
            case "WARD" -> new JsonObject().put("wardCode", place.code()).put("wardName", place.name());
            case "STREET" -> new JsonObject().put("streetId", place.code()).put("streetName", place.name());
            default -> throw new IllegalStateException("no figures are kept for a " + place.kind());
        };
    }
}
