package vn.phopay.db;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an embedded server is to run.
 *
 * @param dataDir holds the cluster ({@code pg}), the programs ({@code pg-bin}), the password and the lock
 * @param port on 127.0.0.1; 0 takes a free one
 * @param runAs as the setting PHOPAY_EMBEDDED_RUN_AS: auto, unshare, setpriv, runuser
 * @param connectionsMax most connections of the server
 * @param settings server settings beyond, or instead of, ours
 */
public record EmbeddedPostgresOptions(
        Path dataDir, int port, String runAs, int connectionsMax, Map<String, String> settings) {

    private static final int CONNECTIONS_DEFAULT = 100;

    /** The defaults for a data directory. */
    public static EmbeddedPostgresOptions in(Path dataDir) {
        return new EmbeddedPostgresOptions(dataDir, 0, "auto", CONNECTIONS_DEFAULT, Map.of());
    }

    /** The same with another way of shedding root. */
    public EmbeddedPostgresOptions withRunAs(String way) {
        return new EmbeddedPostgresOptions(dataDir, port, way, connectionsMax, settings);
    }

    /** The same on a given port. */
    public EmbeddedPostgresOptions withPort(int number) {
        return new EmbeddedPostgresOptions(dataDir, number, runAs, connectionsMax, settings);
    }

    /** The same with room for more or fewer connections. */
    public EmbeddedPostgresOptions withConnectionsMax(int connections) {
        return new EmbeddedPostgresOptions(dataDir, port, runAs, connections, settings);
    }

    /** The same with one server setting changed. */
    public EmbeddedPostgresOptions withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new EmbeddedPostgresOptions(dataDir, port, runAs, connectionsMax, Map.copyOf(more));
    }
}
