package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.phopay.access.Role;
import vn.phopay.db.Sql;
import vn.phopay.identity.StaffId;

/** Who of the city's staff something can be given to. Every future fails only on a database fault. */
public final class ReadHelpers {
    private static final Sql LIST = Sql.load("programme/list_helpers");

    /** Who registers shops in any of these districts, by name: registrars and administrators. */
    public Future<List<Helper>> registrars(SqlClient client, List<String> districtCodes) {
        return list(client, new String[] {Role.REGISTRAR.name(), Role.ADMIN.name()}, districtCodes);
    }

    /** All staff of any of these districts, by name; of no district in particular where the list is empty. */
    public Future<List<Helper>> all(SqlClient client, List<String> districtCodes) {
        return list(client, new String[] {Role.REGISTRAR.name(), Role.ANALYST.name(), Role.ADMIN.name()},
                districtCodes);
    }

    private static Future<List<Helper>> list(SqlClient client, String[] roles, List<String> districtCodes) {
        Tuple parameters = Tuple.tuple().addArrayOfString(roles)
                .addArrayOfString(districtCodes.toArray(String[]::new));
        return LIST.execute(client, parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Helper(new StaffId(row.getUUID("staff_id")), row.getString("name")))
                .toList());
    }
}
