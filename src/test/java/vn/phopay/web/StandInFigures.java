package vn.phopay.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.place.PlaceDirectory;

/** The public figures with numbers that a test chooses, in the form of the real resources. */
final class StandInFigures {
    /** The district whose figures are withheld. */
    static final String WITHHELD = "271";
    /** The district in which nothing happened. */
    static final String EMPTY = "282";

    private static final String TODAY = "2026-11-22";
    private static final int DAYS = 30;

    private final PlaceDirectory places;
    private final AtomicInteger round = new AtomicInteger();

    StandInFigures(PlaceDirectory places) {
        this.places = places;
    }

    /** Lets every busy district have one more payment. */
    void advance() {
        round.incrementAndGet();
    }

    /** What Hoàn Kiếm has in this round. */
    int hoanKiem() {
        return transactions("002");
    }

    Endpoint districts() {
        return new Canned("/api/v1/adoption/districts", this::districtFigures);
    }

    Endpoint series() {
        return new Canned("/api/v1/adoption/series", this::citySeries);
    }

    private JsonObject districtFigures() {
        JsonArray items = new JsonArray();
        places.districts().forEach(district -> items.add(row(district.code(), district.nameVi())));
        return envelope(TODAY).put("items", items);
    }

    private JsonObject citySeries() {
        JsonArray points = new JsonArray();
        for (int day = 0; day < DAYS; day++) {
            int transactions = day == DAYS - 1 ? city() : 2100 + day * 37 + day % 7 * 260;
            points.add(envelope(TODAY)
                    .put("transactions", transactions)
                    .put("amount", transactions * 61_500L)
                    .put("suppressed", false));
        }
        return envelope("2026-10-24").put("interval", "day").put("points", points);
    }

    private JsonObject row(String code, String name) {
        boolean withheld = code.equals(WITHHELD);
        long transactions = transactions(code);
        return new JsonObject()
                .put("districtCode", code)
                .put("districtName", name)
                .putNull("premises")
                .put("registeredMerchants", transactions / 3 + 2)
                .put("approvedMerchants", transactions / 3 + 1)
                .put("activeOutlets7d", withheld ? null : transactions / 4)
                .put("activeOutlets30d", withheld ? null : transactions / 3)
                .putNull("adoptionRate")
                .put("qrCodesIssued", transactions / 2 + 2)
                .put("transactions", withheld ? null : transactions)
                .put("amount", withheld ? null : transactions * 61_500L)
                .put("medianAmount", withheld || transactions == 0 ? null : 45_000L)
                .put("suppressed", withheld);
    }

    private int transactions(String code) {
        if (code.equals(EMPTY)) {
            return 0;
        }
        int number = Integer.parseInt(code);
        int base = number < 10 ? 1400 - number * 130 + (code.equals("002") ? 700 : 0) : 12 + number * 7 % 190;
        return base + round.get();
    }

    private int city() {
        return places.districts().stream().mapToInt(district -> transactions(district.code())).sum();
    }

    private static JsonObject envelope(String from) {
        return new JsonObject().put("from", from).put("to", TODAY).put("asOf", "2026-11-22T02:15:01Z");
    }

    /** A resource with an entity tag, as the real ones have. */
    private record Canned(String path, Supplier<JsonObject> body) implements Endpoint {
        @Override
        public EndpointSpec spec() {
            return EndpointSpec.get(path, Access.ANYONE);
        }

        @Override
        public Future<Reply> handle(Call call) {
            Buffer bytes = body.get().toBuffer();
            String tag = EntityTag.ofBytes(bytes);
            Reply reply = EntityTag.isCached(call, tag)
                    ? Reply.notModified()
                    : Reply.bytes(200, Reply.JSON, bytes);
            return Future.succeededFuture(reply.with("etag", tag).with("cache-control", "public, max-age=5"));
        }
    }
}
