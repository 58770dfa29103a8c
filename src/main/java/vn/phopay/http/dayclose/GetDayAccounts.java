package vn.phopay.http.dayclose;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phopay.dayclose.DayAccount;
import vn.phopay.dayclose.DayStore.Account;
import vn.phopay.dayclose.ReadDay;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.Reply;

/** GET /api/v1/days/{date}/accounts?limit=&amp;after=: a day by bank account, callbacks against statements. */
public final class GetDayAccounts implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/days/{date}/accounts", Access.STAFF);
    private static final Pattern CURSOR = Pattern.compile("([0-9]{0,6})\\.([^\\s]{1,64})");

    private final ReadDay readDay;
    private final Pool pool;

    /** Reads by {@code readDay} through {@code pool}. */
    public GetDayAccounts(ReadDay readDay, Pool pool) {
        this.readDay = readDay;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        int limit = Paging.limit(call);
        Optional<Account> after = Paging.after(call, GetDayAccounts::parse);
        return readDay.accounts(pool, DayCalls.date(call), after, limit + 1).map(found -> toReply(found, limit));
    }

    private static Optional<Account> parse(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        return parts.matches() ? Optional.of(new Account(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** One more than the page was asked for: it tells whether there is a next page. */
    private static Reply toReply(List<DayAccount> found, int limit) {
        List<DayAccount> page = found.subList(0, Math.min(limit, found.size()));
        JsonArray items = new JsonArray();
        page.forEach(account -> items.add(DayJson.account(account)));
        Account last = found.size() > limit ? page.getLast().account() : null;
        return Reply.ok(new JsonObject()
                .put("items", items)
                .put("next", last == null ? null : last.bankBin() + '.' + last.accountNumber()));
    }
}
