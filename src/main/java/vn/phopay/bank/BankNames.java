package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.phopay.db.Sql;

/** What the banks that send callbacks are called. */
public final class BankNames {
    private static final Sql LIST = Sql.load("bank/list_bank_names");

    private BankNames() {}

    /** Names by code; fails only on a database fault. */
    public static Future<Map<String, String>> read(SqlClient client) {
        return LIST.execute(client).map(rows -> {
            Map<String, String> codeToName = new LinkedHashMap<>();
            rows.forEach(row -> codeToName.put(row.getString("bank_code"), row.getString("name")));
            return codeToName;
        });
    }
}
