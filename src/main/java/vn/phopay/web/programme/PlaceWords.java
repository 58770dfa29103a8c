package vn.phopay.web.programme;

import java.math.BigDecimal;
import java.util.Optional;
import vn.phopay.chart.Numbers;
import vn.phopay.figure.Figures;
import vn.phopay.merchant.Language;
import vn.phopay.metric.Metric;
import vn.phopay.metric.Unit;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.View;

/** How places and values of metrics are written for one visitor. */
public final class PlaceWords {
    private final View view;

    /** For {@code view}'s visitor. */
    public PlaceWords(View view) {
        this.view = view;
    }

    /** A place's name in full. */
    public String name(Place place) {
        String english = place.nameEn();
        return view.language() == Language.EN && english != null
                ? view.text("programme.named." + place.kind().name(), english)
                : place.nameVi();
    }

    /** A place by its id; the whole city where it is empty. */
    public String name(PlaceDirectory places, Optional<String> placeId) {
        return placeId.flatMap(places::byId).map(this::name).orElse(view.text("programme.city"));
    }

    /** A metric's value in {@code figures}, or words where it is not known. */
    public String value(Metric metric, Figures figures) {
        return value(metric.unit(), figures.value(metric));
    }

    /** A value of a unit, or words where it is not known. */
    public String value(Unit unit, Optional<BigDecimal> value) {
        return new Numbers(view.language(), unit).text(value.orElse(null), view.text("chart.missing"));
    }

    /** How much is missing, shares in percentage points; words where that is not known. */
    public String gap(Unit unit, Optional<BigDecimal> gap) {
        return gap.filter(missing -> unit == Unit.RATE)
                .map(missing -> new Numbers(view.language(), unit).change(missing).replace("+", ""))
                .orElseGet(() -> value(unit, gap));
    }
}
