package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.merchant.MerchantStatus;

/** The shops that a helper of the city registered for their owners. Every future fails only on a database fault. */
public final class AssistedShops {
    private static final Sql LIST = Sql.load("registration/list_assisted_shops");
    private static final Sql READ = Sql.load("registration/read_assisted_shop");

    /**
     * One of them.
     *
     * @param merchant its id
     * @param name the name that customers know
     * @param status how the city has decided
     * @param registeredAt when it was registered
     * @param hasPassword whether its owner has chosen a password
     * @param hasCode whether it has a code
     * @param hasPayment whether a payment was recorded for it
     */
    public record Shop(
            MerchantId merchant,
            String name,
            MerchantStatus status,
            Instant registeredAt,
            boolean hasPassword,
            boolean hasCode,
            boolean hasPayment) {}

    /** At most {@code limit} of a helper's shops, the newest first, from {@code before} on; null for the newest. */
    public Future<List<Shop>> list(SqlClient client, StaffId helper, @Nullable MerchantId before, int limit) {
        Tuple parameters = Tuple.of(helper.value(), before == null ? null : before.value(), limit);
        return LIST.execute(client, parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(AssistedShops::toShop).toList());
    }

    /** One shop, where {@code helper} registered it. */
    public Future<Optional<Shop>> find(SqlClient client, MerchantId merchant, StaffId helper) {
        return READ.execute(client, Tuple.of(helper.value(), merchant.value())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst().map(AssistedShops::toShop));
    }

    private static Shop toShop(Row row) {
        return new Shop(
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("display_name"),
                MerchantStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getBoolean("has_password"),
                row.getBoolean("has_code"),
                row.getBoolean("has_payment"));
    }
}
