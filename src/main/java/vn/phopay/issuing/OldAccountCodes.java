package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.QrId;

/**
 * Finds the codes that must be warned about after a change of account. They stay good: the payer's bank pays whatever
 * account stands in them, and nobody here can turn that off. Only a new code in their place helps ({@link
 * ReissueCode}).
 */
public final class OldAccountCodes {
    /** Most codes that are told of at once. */
    public static final int SHOWN_MAX = 200;

    private static final Sql LIST = Sql.load("issuing/list_old_account_codes");

    private final Clock clock;

    /** Codes that are good as of {@code clock}. */
    public OldAccountCodes(Clock clock) {
        this.clock = clock;
    }

    /** The merchant's, newest first, at most {@link #SHOWN_MAX}. Fails only on a database fault. */
    public Future<List<OldAccountCode>> list(SqlClient client, MerchantId merchant) {
        return LIST.execute(client, Tuple.of(merchant.value(), Rows.timestamp(clock.instant()), SHOWN_MAX))
                .map(rows -> Rows.all(rows, OldAccountCodes::toCode));
    }

    private static OldAccountCode toCode(Row row) {
        return new OldAccountCode(
                new QrId(row.getUUID("qr_id")),
                new OutletId(row.getUUID("outlet_id")),
                row.getString("outlet_name"),
                Optional.ofNullable(row.getString("label")),
                row.getString("serial"),
                Rows.instant(row, "issued_at"),
                row.getString("bank_bin"),
                row.getString("account_end"));
    }
}
