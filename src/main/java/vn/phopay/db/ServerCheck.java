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
            Settings.of(rows.iterator().next()).check();
            return null;
        });
    }

    /** What a server says of itself; the version as {@code server_version_num} counts it, 150000 for 15.0. */
    record Settings(int versionNum, String encoding, String fsync, String synchronousCommit, String fullPageWrites) {
        static Settings of(Row row) {
            return new Settings(
                    row.getInteger("server_version_num"),
                    row.getString("server_encoding"),
                    row.getString("fsync"),
                    row.getString("synchronous_commit"),
                    row.getString("full_page_writes"));
        }

        void check() {
            if (versionNum < VERSION_NUM_MIN) {
                throw new UnsupportedServerException("phopay needs PostgreSQL 15 or later, but the server is "
                        + versionNum / 10_000 + "." + versionNum % 10_000);
            }
            if (!encoding.equals("UTF8")) {
                throw new UnsupportedServerException("phopay needs a database in UTF8, but this one is in " + encoding);
            }
            require("fsync", fsync, List.of("on"));
            require("synchronous_commit", synchronousCommit, SYNCHRONOUS);
            require("full_page_writes", fullPageWrites, List.of("on"));
        }

        private static void require(String setting, String value, List<String> allowed) {
            if (!allowed.contains(value)) {
                throw new DurabilityException("the server runs with " + setting + "=" + value + " and may lose"
                        + " acknowledged payments; set it to on (for the server, the database and the role)");
            }
        }
    }
}
