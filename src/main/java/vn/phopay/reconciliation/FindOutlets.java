package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import vn.phopay.db.Sql;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.ListMerchants;

/** Finds outlets to which money may be assigned that nothing in a case points to. Fails only on a database fault. */
public final class FindOutlets {
    private static final Sql FIND = Sql.load("reconciliation/find_outlets");

    /** An outlet that was found: its name, where it is, and whose it is. */
    public record Found(OutletId outlet, String outletName, String address, String merchantName) {}

    /**
     * Outlets of merchants whose names, tax code or phone number hold {@code text}, in districts that the caller may
     * see (empty: all); at most ten.
     */
    public Future<List<Found>> find(SqlClient client, String text, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.of(ListMerchants.pattern(text)).addArrayOfString(
                visibleDistricts.isEmpty() ? null : visibleDistricts.toArray(String[]::new));
        return FIND.execute(client, parameters).map(rows -> rows.stream()
                .map(row -> new Found(new OutletId(row.getUUID("outlet_id")), row.getString("outlet_name"),
                        row.getString("address"), row.getString("display_name")))
                .toList());
    }
}
