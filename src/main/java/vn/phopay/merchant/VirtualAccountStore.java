package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/** Virtual accounts in the database: one number is one merchant's for ever. Futures fail only on a database fault. */
public final class VirtualAccountStore {
    private static final Sql INSERT = Sql.load("merchant/insert_virtual_account");
    private static final Sql LIST = Sql.load("merchant/list_virtual_accounts");

    /** A merchant's virtual accounts, the oldest first. */
    public Future<List<VirtualAccount>> list(SqlClient client, MerchantId merchant) {
        return LIST.execute(client, Tuple.of(merchant.value())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(VirtualAccountStore::toAccount).toList());
    }

    /** Adds one; false where the number is taken, perhaps by this merchant. */
    Future<Boolean> add(SqlClient transaction, MerchantId merchant, VirtualAccount added, @Nullable UUID by) {
        Tuple parameters = Tuple.of(added.bankBin(), added.number(), added.account().value(), merchant.value());
        parameters.addUUID(added.outlet().map(OutletId::value).orElse(null))
                .addOffsetDateTime(MerchantRows.timestamp(added.createdAt()))
                .addUUID(by);
        return INSERT.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    private static VirtualAccount toAccount(Row row) {
        return new VirtualAccount(
                row.getString("bank_bin"),
                row.getString("account_number"),
                new AccountId(row.getUUID("account_id")),
                Optional.ofNullable(row.getUUID("outlet_id")).map(OutletId::new),
                MerchantRows.instant(row, "created_at"));
    }
}
