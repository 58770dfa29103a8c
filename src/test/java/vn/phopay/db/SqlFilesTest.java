package vn.phopay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Every named statement means something to the schema of this build: a wrong column is found here and not at night. */
class SqlFilesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("sql_files");

    private static final Path SQL = Path.of("src", "main", "resources", "sql");

    @Test
    void everyStatementShouldPrepareAgainstTheMigratedSchema() throws IOException {
        Map<String, String> nameToFault = new TreeMap<>();
        SqlConnection connection = await(DB.pool().getConnection());
        List<String> names = names();
        for (String name : names) {
            Future<?> prepared = connection.prepare(Sql.load(name).text()).compose(statement -> statement.close());
            await(prepared.otherwise(fault -> {
                nameToFault.put(name, String.valueOf(fault.getMessage()));
                return null;
            }));
        }
        await(connection.close());
        assertTrue(names.size() > 50, "the statements were found");
        assertEquals(Map.of(), nameToFault);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(SQL)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> SQL.relativize(file).toString().replace('\\', '/').replace(".sql", ""))
                    .toList();
        }
    }
}
