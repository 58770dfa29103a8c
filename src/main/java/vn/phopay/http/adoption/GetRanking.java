package vn.phopay.http.adoption;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.Disclosure;
import vn.phopay.adoption.Interval;
import vn.phopay.adoption.Viewer;
import vn.phopay.city.DistrictRanking;
import vn.phopay.city.ReadRanking;
import vn.phopay.figure.DistrictRank;
import vn.phopay.figure.Period;
import vn.phopay.figure.Ranking;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;

/**
 * GET /api/v1/adoption/ranking?month=: {@code {month, classes, items}}: the 30 districts ranked inside classes of
 * similar size by outlets active in 30 days a trading premises, with change of rank and gap to target. Districts that
 * outsiders must not see have no rank, and ranks of the others are given without them. All staff see all districts.
 */
public final class GetRanking implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/adoption/ranking", Access.ANYONE);
    private static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);

    private final ReadRanking read;
    private final Disclosure disclosure;
    private final Pool pool;
    private final PlaceDirectory places;
    private final AdoptionEdge edge;
    private final FiguresReply replies;

    /** Answers what {@code read} finds, to outsiders what {@code disclosure} lets them see. */
    public GetRanking(
            ReadRanking read, Disclosure disclosure, Pool pool, PlaceDirectory places, AdoptionEdge edge) {
        this.read = read;
        this.disclosure = disclosure;
        this.pool = pool;
        this.places = places;
        this.edge = edge;
        this.replies = new FiguresReply(edge);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        LocalDate today = BusinessDay.of(edge.clock().instant());
        Period month = Period.of(Interval.MONTH, month(call, today).atDay(1));
        boolean staff = call.caller() != null && call.caller().role().isStaff();
        Viewer viewer = staff ? Viewer.CITY : Viewer.OUTSIDER;
        return replies.of(call, viewer, List.of("ranking", month), () -> toJson(staff
                ? read.whole(pool, month, today)
                : read.published(pool, month, today, disclosure)));
    }

    private static YearMonth month(Call call, LocalDate today) {
        Optional<String> asked = call.queryParameter("month");
        try {
            YearMonth month = asked.map(YearMonth::parse).orElse(YearMonth.from(today));
            if (!month.isBefore(FIRST_MONTH) && !month.isAfter(YearMonth.from(today))) {
                return month;
            }
        } catch (DateTimeException noMonth) {
            // Refused below, together with months out of range.
        }
        throw ProblemException.ofField("?month", "must be a month from 2020-01 to the present one, written yyyy-MM");
    }

    private JsonObject toJson(DistrictRanking ranking) {
        JsonArray items = new JsonArray();
        places.districts().forEach(place -> items.add(item(ranking, place)));
        JsonArray classes = new JsonArray();
        ranking.ranking().classes().forEach(group -> classes.add(toJson(group)));
        return new JsonObject()
                .put("month", ranking.ranking().month().label())
                .put("classes", classes)
                .put("items", items);
    }

    private JsonObject toJson(Ranking.InClass group) {
        JsonArray highest = new JsonArray();
        group.highest().forEach(id -> highest.add(code(id)));
        JsonArray improved = new JsonArray();
        group.mostImproved().forEach(id -> improved.add(code(id)));
        return new JsonObject()
                .put("id", group.sizeClass().id())
                .put("premisesFrom", group.sizeClass().premisesFrom())
                .put("highest", highest)
                .put("mostImproved", improved);
    }

    private String code(String placeId) {
        return places.byId(placeId).map(Place::code).orElse(placeId);
    }

    private static JsonObject item(DistrictRanking ranking, Place place) {
        JsonObject item = new JsonObject()
                .put("districtCode", place.code())
                .put("districtName", place.nameVi());
        Optional<DistrictRank> found = ranking.ranking().of(place.placeId());
        String sizeClass = ranking.ranking().classes().stream()
                .filter(group -> group.ranks().stream().anyMatch(rank -> rank.placeId().equals(place.placeId())))
                .map(group -> group.sizeClass().id())
                .findFirst()
                .orElse(null);
        return item
                .put("sizeClass", sizeClass)
                .put("rank", found.map(DistrictRank::rank).orElse(null))
                .put("rankChange", found.flatMap(DistrictRank::rankChange).orElse(null))
                .put("activeOutlets30d", found.map(DistrictRank::activeOutlets).orElse(null))
                .put("premises", Optional.ofNullable(ranking.placeToBaseline().get(place.placeId()))
                        .map(held -> held.premises()).orElse(null))
                .put("adoptionRate", number(found.flatMap(DistrictRank::rate)))
                .put("adoptionRateChange", number(found.flatMap(DistrictRank::rateChange)))
                .put("target", number(ranking.target(place.placeId())))
                .put("gapToTarget", number(found.flatMap(ranking::gap)))
                .put("suppressed", ranking.withheld().contains(place.placeId()));
    }

    private static @Nullable Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }
}
