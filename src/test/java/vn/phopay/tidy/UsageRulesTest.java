package vn.phopay.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.tidy.Repository.TextFile;

/** Unused classes, unloaded files and missing files are found; used ones are not. */
class UsageRulesTest {
    @Test
    void unusedClassesShouldNameTheClassWhenNobodyElseDoes() {
        List<JavaSource> sources = List.of(
                JavaSource.parse("a/Main.java", "package a; import a.Imported; class Main { Used used; }"),
                JavaSource.parse("a/Used.java", "package a; class Used { Class<?> a = Literal.class; }"),
                JavaSource.parse("a/Literal.java", "package a; class Literal { String a = \"Quoted\"; }"),
                JavaSource.parse("a/Quoted.java", "package a; class Quoted { Quoted self; }"),
                JavaSource.parse("a/Imported.java", "package a; /** See Main. */ class Imported {}"));
        assertEquals(
                List.of("a/Quoted.java: no other class names Quoted", "a/Imported.java: no other class names Imported"),
                UsageRules.unusedClasses(sources, Set.of("Main")));
    }

    @Test
    void sqlFilesShouldBeFoundWhenNothingLoadsThem() {
        UsageRules.SqlLoads loads = UsageRules.sqlLoads(sources("class A { Sql a = Sql.load(\"payment/find\"); }"));
        assertEquals(List.of(), UsageRules.sqlFilesAndLoads(List.of(sql("payment/find")), loads));
        assertEquals(List.of("src/main/resources/sql/payment/spare.sql: no class loads it"),
                UsageRules.sqlFilesAndLoads(List.of(sql("payment/find"), sql("payment/spare")), loads));
    }

    @Test
    void sqlLoadsShouldBeFoundWhenTheirFileIsMissing() {
        UsageRules.SqlLoads loads = UsageRules.sqlLoads(sources("class A { Sql a = Sql.load(\"payment/find\"); }"));
        assertEquals(List.of("src/main/resources/sql/payment/find.sql: loaded, but there is no such file"),
                UsageRules.sqlFilesAndLoads(List.of(), loads));
    }

    @Test
    void sqlLoadsShouldBeFoundWhenTheNameIsPutTogether() {
        List<JavaSource> built = sources("class A { Sql a = Sql.load(\"payment/\" + b); }");
        assertEquals(1, UsageRules.sqlLoads(built).findings().size());
    }

    private static TextFile sql(String name) {
        return new TextFile(Repository.SQL + "/" + name + ".sql", "-- Finds.\nSELECT 1");
    }

    private static List<JavaSource> sources(String... texts) {
        return Stream.of(texts).map(text -> JavaSource.parse("src/main/java/A.java", text)).toList();
    }
}
