package vn.phopay.http.merchant;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.ListMerchants;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.place.PlaceDirectory;

/**
 * GET /api/v1/merchants?status=&amp;districtCode=&amp;q=&amp;accountWaits=&amp;limit=&amp;after=: staff find merchants,
 * newest first.
 */
public final class ListMerchantsByFilter implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/merchants", Access.STAFF);
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 500;
    private static final int TEXT_LENGTH_MAX = 100;
    private static final Pattern UP_TO_THREE_DIGITS = Pattern.compile("[0-9]{1,3}");

    private final ListMerchants list;
    private final PlaceDirectory places;
    private final Pool pool;

    /** Reads by {@code list} through {@code pool}; districts are known to {@code places}. */
    public ListMerchantsByFilter(ListMerchants list, PlaceDirectory places, Pool pool) {
        this.list = list;
        this.places = places;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        ListMerchants.Filter filter = new ListMerchants.Filter(
                call.queryParameter("status").map(ListMerchantsByFilter::status),
                call.queryParameter("districtCode").map(this::districtCode),
                call.queryParameter("q").map(ListMerchantsByFilter::text),
                call.queryParameter("accountWaits").map(ListMerchantsByFilter::accountWaits).orElse(false));
        ListMerchants.PageRequest page = new ListMerchants.PageRequest(
                call.queryParameter("after").map(ListMerchantsByFilter::after),
                call.queryParameter("limit").map(ListMerchantsByFilter::limit).orElse(LIMIT_DEFAULT));
        return list.list(pool, filter, page, call.principal().districtCodes()).map(ListMerchantsByFilter::toReply);
    }

    private static Reply toReply(ListMerchants.Page page) {
        JsonArray items = new JsonArray();
        page.items().forEach(item -> items.add(MerchantJson.item(item)));
        return Reply.ok(new JsonObject()
                .put("items", items)
                .put("next", page.next().map(MerchantId::toString).orElse(null)));
    }

    private static MerchantStatus status(String text) {
        return Arrays.stream(MerchantStatus.values()).filter(status -> status.name().equals(text)).findFirst()
                .orElseThrow(() -> ProblemException.ofField(
                        "?status", "must be one of " + Arrays.toString(MerchantStatus.values())));
    }

    private static boolean accountWaits(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw ProblemException.ofField("?accountWaits", "must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private String districtCode(String code) {
        if (places.district(code).isEmpty()) {
            throw ProblemException.ofField("?districtCode", "must be the GSO code of one of the districts");
        }
        return code;
    }

    private static String text(String text) {
        return CleanText.upTo(TEXT_LENGTH_MAX).apply(text)
                .orElseThrow(() -> ProblemException.ofField("?q", CleanText.rule(TEXT_LENGTH_MAX)));
    }

    private static MerchantId after(String text) {
        return MerchantId.parse(text)
                .orElseThrow(() -> ProblemException.ofField("?after", "must be the next of the page before"));
    }

    private static int limit(String text) {
        return Optional.of(text)
                .filter(digits -> UP_TO_THREE_DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(limit -> limit >= 1 && limit <= LIMIT_MAX)
                .orElseThrow(() -> ProblemException.ofField("?limit", "must be a whole number of 1 to " + LIMIT_MAX));
    }
}
