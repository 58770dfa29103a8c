package vn.phopay.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.List;

/** What a server must be before the service trusts it with payments; asked at every start, embedded or not. */
final class ServerCheck {
    private static final Sql SHOW = Sql.load("db/show_server_settings");
    private static final int VERSION_NUM_MIN = 150_000;
    /** {@code remote_apply} promises more than {@code on}; every other value promises less. */
    private static final List<String> SYNCHRONOUS = List.of("on", "remote_apply");

    private ServerCheck() {}

    /** Fails with {@link UnsupportedServerException} or {@link DurabilityException} where the server will not do. */
    static Future<Void> check(SqlClient client) {
        return SHOW.execute(client).map(rows -> {
            check(rows.iterator().next());
            return null;
        });
    }

    private static void check(Row row) {
        int version = row.getInteger("server_version_num");
        if (version < VERSION_NUM_MIN) {
            throw new UnsupportedServerException("phopay needs PostgreSQL 15 or later, but the server is "
                    + version / 10_000 + "." + version % 10_000);
        }
        if (!row.getString("server_encoding").equals("UTF8")) {
            throw new UnsupportedServerException("phopay needs a database in UTF8, but this one is in "
                    + row.getString("server_encoding"));
        }
        require(row, "fsync", List.of("on"));
        require(row, "synchronous_commit", SYNCHRONOUS);
        require(row, "full_page_writes", List.of("on"));
    }

    private static void require(Row row, String setting, List<String> allowed) {
        String value = row.getString(setting);
        if (!allowed.contains(value)) {
            throw new DurabilityException("the server runs with " + setting + "=" + value
                    + " and may lose acknowledged payments; set it to on (for the server, the database and the role)");
        }
    }
}
