package vn.phopay.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.tidy.Repository.TextFile;

/** Each rule over SQL finds a bad file and lets the nearest good one pass. */
class SqlRulesTest {
    private static final String NOTE = "-- Why: a reason. Lock: none.\n-- Time on 100 M rows: none. Back: drop it.\n";

    @Test
    void withoutIntentShouldCountWhenTheFirstLineIsNoComment() {
        assertEquals(0, SqlRules.withoutIntent(sql("-- Finds one payment. Index: payment_pk.\nSELECT 1")).size());
        assertEquals(1, SqlRules.withoutIntent(sql("SELECT 1\n-- Finds one payment. Index: payment_pk.")).size());
        assertEquals(1, SqlRules.withoutIntent(sql("-- Finds.\nSELECT 1")).size());
        assertEquals(1, SqlRules.withoutIntent(sql("")).size());
    }

    @Test
    void severalStatementsShouldCountWhenNotExactlyOne() {
        assertEquals(0, SqlRules.severalStatements(sql("-- a; b\nSELECT ';' -- c;\n;\n")).size());
        assertEquals(1, SqlRules.severalStatements(sql("SELECT 1; SELECT 2")).size());
        assertEquals(1, SqlRules.severalStatements(sql("-- nothing else\n")).size());
        assertEquals(0, SqlRules.severalStatements(sql("DO $x$ BEGIN; END; $x$")).size());
    }

    @Test
    void badStatementNameShouldCountWhenNotInAFeature() {
        assertEquals(0, SqlRules.badStatementName(sql("SELECT 1")).size());
        assertEquals(1, SqlRules.badStatementName(new TextFile(Repository.SQL + "/find.sql", "")).size());
        assertEquals(1, SqlRules.badStatementName(new TextFile(Repository.SQL + "/payment/FindOne.sql", "")).size());
    }

    @Test
    void badMigrationNamesShouldCountWhenMisnamedOrOutOfOrder() {
        assertEquals(0, names("V001__create_places.sql", "V002__add_index2.sql"));
        assertEquals(0, names("V001__create_places.sql", "V003__add_index.sql"));
        assertEquals(1, names("V001__create_places.sql", "V001__drop_places.sql"));
        assertEquals(1, names("V000__create_places.sql"));
        assertEquals(1, names("V001__places.sql"));
        assertEquals(1, names("V1__create_places.sql"));
        assertEquals(1, names("V001__Create_places.sql"));
    }

    @Test
    void migrationWithoutNoteShouldNameEveryMissingPart() {
        assertEquals(0, SqlRules.migrationWithoutNote(migration("CREATE TABLE a ()")).size());
        TextFile bare = new TextFile("V001__create_a.sql", "CREATE TABLE a ();\n" + NOTE);
        assertEquals(4, SqlRules.migrationWithoutNote(bare).size());
        TextFile partial = new TextFile("V001__create_a.sql", "-- Why: x. Lock: none. Time: none.\nCREATE TABLE a ();");
        assertEquals(List.of("V001__create_a.sql: its note does not say \"back:\""),
                SqlRules.migrationWithoutNote(partial));
    }

    @Test
    void unnamedConstraintsShouldCountWhenTheDatabaseWouldNameThem() {
        assertUnnamed(1, "a int PRIMARY KEY");
        assertUnnamed(1, "a int UNIQUE");
        assertUnnamed(1, "a int CHECK (a > 0)");
        assertUnnamed(1, "a int REFERENCES b (a)");
        assertUnnamed(1, "a int, PRIMARY KEY (a)");
        assertUnnamed(1, "a int, FOREIGN KEY (a) REFERENCES b (a)");
        assertUnnamed(1, "a int, EXCLUDE USING gist (a WITH &&)");
        assertUnnamed(2, "a int primary key check (a > 0)");
    }

    @Test
    void unnamedConstraintsShouldPassWhenEachHasItsName() {
        assertUnnamed(0, "a int CONSTRAINT t_pk PRIMARY KEY");
        assertUnnamed(0, "a int, CONSTRAINT t_pk PRIMARY KEY (a), CONSTRAINT t_a_uq UNIQUE (a)");
        assertUnnamed(0, "a int, CONSTRAINT t_b_fk FOREIGN KEY (a, b) REFERENCES b (a, b)");
        assertUnnamed(0, "a int CONSTRAINT t_b_fk REFERENCES b (a)");
        assertUnnamed(0, "a text DEFAULT 'PRIMARY KEY' -- UNIQUE\n");
        assertEquals(0, SqlRules.unnamedConstraints(migration("CREATE UNIQUE INDEX a_uq ON a (b);")).size());
        assertEquals(0, SqlRules.unnamedConstraints(migration("ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0);")).size());
        assertEquals(1, SqlRules.unnamedConstraints(migration("ALTER TABLE a ADD CHECK (b > 0);")).size());
    }

    private static void assertUnnamed(int expected, String columns) {
        List<String> findings = SqlRules.unnamedConstraints(migration("CREATE TABLE t (" + columns + ");"));
        assertEquals(expected, findings.size(), () -> columns + " " + findings);
    }

    private static int names(String... names) {
        return SqlRules.badMigrationNames(Stream.of(names).map(name -> new TextFile(name, "")).toList()).size();
    }

    private static TextFile sql(String text) {
        return new TextFile(Repository.SQL + "/payment/find_payment.sql", text);
    }

    private static TextFile migration(String statements) {
        return new TextFile(Repository.MIGRATIONS + "/V001__create_t.sql", NOTE + "\n" + statements);
    }
}
