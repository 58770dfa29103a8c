package vn.phopay.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.phopay.config.Setting;
import vn.phopay.tidy.Repository.TextFile;

/** Each rule over the repository and the settings finds a bad example and lets the nearest good one pass. */
class RepositoryRulesTest {
    @Test
    void strangersAtTopShouldCountWhenNeitherListedNorADotFile() {
        assertEquals(List.of(), RepositoryRules.strangersAtTop(
                List.of("pom.xml", "src/main/a", "src/b", ".ci/run", ".gitignore", "README.md", "loadtest/run")));
        assertEquals(2, RepositoryRules.strangersAtTop(List.of("docs/a.md", "docs/b.md", "Makefile")).size());
    }

    @Test
    void everyPathShouldHoldThisTest() {
        assertTrue(Repository.everyPath().contains("pom.xml"));
        assertTrue(Repository.everyPath().contains("src/test/java/vn/phopay/tidy/RepositoryRulesTest.java"));
    }

    @Test
    void unfinishedShouldCountWhenMarked() {
        assertEquals(1, RepositoryRules.unfinished(new TextFile("A.java", "a\n// TO" + "DO later")).size());
        assertEquals(1, RepositoryRules.unfinished(new TextFile("a.sql", "-- FIX" + "ME")).size());
        assertEquals(0, RepositoryRules.unfinished(new TextFile("A.java", "int TODOS_MAX;")).size());
    }

    @Test
    void machinePathsShouldCountWhenSomebodysOwn() {
        assertEquals(1, machinePaths("see /ho" + "me/lan/phopay"));
        assertEquals(1, machinePaths("\"/ro" + "ot/.m2\""));
        assertEquals(1, machinePaths("cd /tm" + "p/wt"));
        assertEquals(0, machinePaths("https://example.vn/home/page"));
        assertEquals(0, machinePaths("./.phopay/tmp/a"));
        assertEquals(0, machinePaths("/api/v1/wo" + "rk/a"));
    }

    @Test
    void untranslatedShouldCountWhenALanguageLacksAText() {
        TextFile vi = new TextFile("messages/pages_vi.properties", "a=Xin chào\nb=Đồng");
        assertEquals(0, untranslated(vi, new TextFile("messages/pages_en.properties", "b=Dong\na=Hello")));
        assertEquals(1, untranslated(vi, new TextFile("messages/pages_en.properties", "a=Hello")));
        assertEquals(1, untranslated(vi, new TextFile("messages/pages_en.properties", "a=Hello\nb=")));
        assertEquals(1, untranslated(vi, new TextFile("messages/pages_en.properties", "a=Hello\nb=Dong\nc=More")));
        assertEquals(1, untranslated(vi));
        assertEquals(1, untranslated(new TextFile("messages/pages.properties", "a=b")));
    }

    @Test
    void untranslatedShouldLookInsideObjectsWhenFilesAreJson() {
        TextFile vi = new TextFile("messages/vi.json", "{\"a\": {\"b\": \"Chợ\", \"c\": \"Phố\"}}");
        TextFile whole = new TextFile("messages/en.json", "{\"a\": {\"b\": \"Market\", \"c\": \"Street\"}}");
        assertEquals(0, untranslated(vi, whole));
        assertEquals(1, untranslated(vi, new TextFile("messages/en.json", "{\"a\": {\"b\": \"Market\"}}")));
    }

    @Test
    void withoutLimitShouldCountWhenUnboundedOrUnexplained() {
        Setting good = Setting.number("PHOPAY_A", "rows", 1, 1000).means("How many.");
        assertEquals(0, ConfigRules.withoutLimit(List.of(good)).size());
        Setting unbounded = Setting.number("PHOPAY_A", "rows", 1, Long.MAX_VALUE).means("How many.");
        assertEquals(1, ConfigRules.withoutLimit(List.of(unbounded)).size());
        Setting belowZero = Setting.number("PHOPAY_A", "rows", Long.MIN_VALUE, 1000).means("How many.");
        assertEquals(1, ConfigRules.withoutLimit(List.of(belowZero)).size());
        assertEquals(1, ConfigRules.withoutLimit(List.of(Setting.number("PHOPAY_A", "rows", 1, 1000))).size());
    }

    private static int machinePaths(String text) {
        return RepositoryRules.machinePaths(new TextFile("a.md", text)).size();
    }

    private static int untranslated(TextFile... files) {
        return RepositoryRules.untranslated(List.of(files)).size();
    }
}
