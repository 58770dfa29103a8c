package vn.phopay.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One SQL statement out of one named file, {@code resources/sql/<feature>/<verb>.sql}.
 *
 * <p>The file's first line is a comment with the statement's intent and the index it relies on. Statements are loaded
 * when the class that names them is loaded, which {@code App} forces at start: a missing file stops the start.
 */
public final class Sql {
    private final String name;
    private final String text;

    private Sql(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Loads {@code sql/<name>.sql} from the class path.
     *
     * @throws IllegalStateException if there is no such file
     */
    public static Sql load(String name) {
        String path = "/sql/" + name + ".sql";
        try (InputStream in = Sql.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing SQL file " + path);
            }
            return new Sql(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read SQL file " + path, e);
        }
    }

    /** The name it was loaded by, for logs and metrics. */
    public String name() {
        return name;
    }

    /** The statement as it stands in its file. */
    public String text() {
        return text;
    }

    /** Runs the statement once as a prepared query; fails with {@code PgException} where the database refuses it. */
    public Future<RowSet<Row>> execute(SqlClient client, Tuple parameters) {
        return client.preparedQuery(text).execute(parameters);
    }

    /** Runs the statement once, without parameters. */
    public Future<RowSet<Row>> execute(SqlClient client) {
        return client.preparedQuery(text).execute();
    }

    /** Runs the statement once for each tuple, in order, as one batch. */
    public Future<RowSet<Row>> executeBatch(SqlClient client, List<Tuple> parameters) {
        return client.preparedQuery(text).executeBatch(parameters);
    }
}
