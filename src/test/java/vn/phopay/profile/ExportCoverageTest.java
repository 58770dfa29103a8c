package vn.phopay.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Row;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Whatever names a merchant is handed out to it, or stands here with the reason why not. */
class ExportCoverageTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("export_coverage");

    /** Tables that name a merchant, or hang on one that does, and are not in the file. */
    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "reference", "stands in codes and payment_requests",
            "registration_draft", "what became a merchant leaves nothing in it",
            "outlet_ward_choice", "a staff decision between two wards; what came of it stands in outlet_locations",
            "print_batch_counter", "the last number stands in print_batches",
            "safety_submission", "a gate against sending twice; the report stands in safety_reports",
            "password_link", "a secret; it opens the log-in once",
            "webhook_queue", "how far sending has come; no data of the merchant's",
            "webhook_secret", "a secret; the merchant was shown it once",
            "webhook_attempt", "what the merchant's own server answered; counted in webhook_deliveries");

    private static final Set<String> SECRETS =
            Set.of("password_hash", "token_hash", "csrf_token", "secret", "raw_body");

    @Test
    void everyTableThatNamesAMerchantShouldBeInTheFileOrHaveAReason() {
        String all = queries();
        Map<String, String> left = new TreeMap<>();
        for (Row row : await(DB.pool().query(TABLES).execute())) {
            String table = row.getString("table_name");
            boolean read = Pattern.compile("\\b(FROM|JOIN) " + table + "\\b").matcher(all).find();
            if (!read && !NOT_EXPORTED.containsKey(table)) {
                left.put(table, "add a part to ExportParts, and an erasure where it is personal");
            }
        }
        assertEquals(Map.of(), left);
    }

    @Test
    void reasonsShouldNameTablesThatAreThere() {
        Set<String> tables = StreamSupport.stream(await(DB.pool().query(TABLES).execute()).spliterator(), false)
                .map(row -> row.getString("table_name"))
                .collect(Collectors.toSet());
        assertTrue(tables.containsAll(NOT_EXPORTED.keySet()), tables.toString());
    }

    @Test
    void noPartShouldSelectASecretOrEverything() {
        for (ExportPart part : ExportParts.standard()) {
            String sql = part.sql().text();
            boolean secretive = SECRETS.stream()
                    .anyMatch(secret -> Pattern.compile("\\b" + secret + "\\b").matcher(sql).find());
            assertFalse(secretive, part.name() + " hands out a secret");
            assertTrue(!sql.replaceAll("(?m)^--.*", "").strip().startsWith("SELECT *"),
                    part.name() + " hands out whatever is added later");
        }
    }

    private static String queries() {
        return ExportParts.standard().stream().map(part -> part.sql().text()).collect(Collectors.joining("\n"));
    }

    /** Tables with a column that names a merchant, and tables that hang on those by a foreign key. */
    private static final String TABLES = """
            WITH RECURSIVE own AS (
                SELECT c.table_name::text AS table_name
                FROM information_schema.columns c
                JOIN information_schema.tables t USING (table_schema, table_name)
                WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
                  AND c.column_name IN ('merchant_id', 'subject_id')
                UNION
                SELECT f.conrelid::regclass::text
                FROM own
                JOIN pg_constraint f ON f.contype = 'f' AND f.confrelid = own.table_name::regclass
                WHERE own.table_name NOT IN ('payment', 'payment_fact')
            )
            SELECT DISTINCT table_name FROM own ORDER BY table_name
            """;
}
