package vn.phopay.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.statement.StatementFile.Format;

/** Files made to hurt: each is refused after a few megabytes at most, with words that say what is wrong. */
class HostileStatementTest {
    /** What a reader may have taken when it refuses: the budget and what its buffers hold. */
    private static final long TAKEN_MAX = GuardedInput.BYTES_MAX + 1024 * 1024;
    private static final String OPEN = "<Document><BkToCstmrStmt><Stmt><Id>S1</Id><Acct><Id><Othr><Id>111</Id></Othr>"
            + "</Id></Acct>";

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("whitespace before the root", "", " "),
                Arguments.of("whitespace inside the root", "<Document>", "\n"),
                Arguments.of("whitespace between entries", OPEN, " "),
                Arguments.of("a text", OPEN + "<Ntry><NtryRef>", "x"),
                Arguments.of("a text that is passed over", OPEN + "<AddtlStmtInf>", "x"),
                Arguments.of("an attribute", OPEN + "<Ntry a=\"", "x"),
                Arguments.of("a name", OPEN + "<", "x"),
                Arguments.of("a comment", OPEN + "<!--", "x"),
                Arguments.of("comments", OPEN, "<!-- -->"),
                Arguments.of("an instruction", OPEN + "<?x ", "x"),
                Arguments.of("CDATA", OPEN + "<Ntry><NtryRef><![CDATA[", "x"),
                Arguments.of("depth", OPEN, "<a>"),
                Arguments.of("depth in an entry", OPEN + "<Ntry>", "<a>"),
                Arguments.of("empty elements", OPEN + "<Ntry>", "<a/>"),
                Arguments.of("attributes", OPEN + "<Ntry ", "a=\"1\" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void nextShouldRefuseWhatNeverEnds(String name, String head, String repeated) {
        Endless file = new Endless(head, i -> repeated);
        assertThrows(StatementUnreadableException.class, () -> Reading.all(new CamtReader(file, new HashSet<>())));
        assertTrue(file.taken < TAKEN_MAX, "took " + file.taken);
    }

    @Test
    void nextShouldRefuseEndlesslyManyNames() {
        Endless file = new Endless(OPEN + "<Ntry>", i -> "<n" + i + "/>");
        StatementUnreadableException refused = assertThrows(StatementUnreadableException.class,
                () -> Reading.all(new CamtReader(file, new HashSet<>())));
        assertEquals("more than 2000 different names are none of ISO 20022", refused.detail());
    }

    @ParameterizedTest
    @MethodSource("documentTypes")
    void nextShouldRefuseADocumentType(String head) {
        StatementUnreadableException refused = assertThrows(StatementUnreadableException.class,
                () -> Reading.camt(head + "<Document/>"));
        assertEquals("a document type (DOCTYPE) is not taken", refused.detail());
    }

    static List<String> documentTypes() {
        return List.of("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>",
                "<!DOCTYPE Document [<!ENTITY % p SYSTEM \"file:///dev/random\"> %p;]>");
    }

    @Test
    void nextShouldRefuseUndeclaredEntitiesAndWrongRoots() {
        for (String text : List.of("<Document>&x;</Document>", "<html/>", "<Document><BkToCstmrAcctRpt/></Document>",
                "<Document/>", "<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>", "", "hello",
                "date,reference")) {
            assertThrows(StatementUnreadableException.class, () -> Reading.camt(text), text);
        }
    }

    @Test
    void nextShouldRefuseAFileThatIsCutOff() {
        CamtText camt = CamtText.day(8);
        String whole = camt.statement("S1", 1, "111", 0L, 5L, camt.entry("FT1", 5, "CRDT")).text();
        String cut = whole.substring(0, whole.indexOf("</Ntry>"));
        assertEquals("is not well-formed XML",
                assertThrows(StatementUnreadableException.class, () -> Reading.camt(cut)).detail());
    }

    @Test
    void nextShouldTakePredefinedEntitiesWithoutEnd() throws Exception {
        CamtText camt = CamtText.day(8);
        String[] entries = new String[5_000];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = camt.entry("FT" + i, 5, "CRDT", "BOOK",
                    camt.transaction("FT" + i, 5L, "A&amp;B &lt;&#x110;&gt;", "&amp;".repeat(20)));
        }
        Reading read = Reading.camt(camt.statement("S1", 1, "111", 0L, 25_000L, entries).text());
        assertEquals(5_000, read.lines().size(), "limits meant for declared entities do not bite here");
        assertEquals("A&B <Đ>", read.lines().getLast().payer().name());
    }

    @Test
    void nextShouldRefuseCsvThatNeverEnds() {
        for (String head : List.of("", "date,reference,account,debit,credit,memo\n2026-11-22,F,111,,5,")) {
            for (String repeated : List.of(" ", "\n", ",", "\"", "x")) {
                Endless file = new Endless(head, i -> repeated);
                assertThrows(StatementUnreadableException.class,
                        () -> Reading.all(new CsvStatementReader(file, "f")), repeated);
                assertTrue(file.taken < TAKEN_MAX, "took " + file.taken);
            }
        }
    }

    @Test
    void openShouldRefuseACompressedFile(@TempDir Path dir) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1024 * 1024]);
        }
        Path gzip = Files.write(dir.resolve("a"), packed.toByteArray());
        Path zip = Files.write(dir.resolve("b"), new byte[] {'P', 'K', 3, 4, 0, 0});
        for (Path path : List.of(gzip, zip)) {
            for (Format format : Format.values()) {
                assertEquals("the file is compressed; send it as it is",
                        assertThrows(StatementUnreadableException.class,
                                () -> new StatementFile(path, format, "f").open(Set.of())).detail());
            }
        }
    }

    /** A head, and then something again and again; it ends far beyond any budget, so that a broken guard shows. */
    private static final class Endless extends InputStream {
        private static final long END = 64L * 1024 * 1024;

        private final SequenceInputStream all;
        private long taken;

        Endless(String head, IntFunction<String> repeated) {
            InputStream first = Reading.bytes(head);
            Stream<InputStream> rest = Stream.iterate(0, i -> i + 1).map(i -> {
                StringBuilder block = new StringBuilder();
                for (int j = 0; j < 1_000; j++) {
                    block.append(repeated.apply(i * 1_000 + j));
                }
                return Reading.bytes(block.toString());
            });
            this.all = new SequenceInputStream(Collections.enumeration(List.of(first,
                    new SequenceInputStream(new java.util.Enumeration<>() {
                        private final java.util.Iterator<InputStream> blocks = rest.iterator();

                        @Override
                        public boolean hasMoreElements() {
                            return taken < END;
                        }

                        @Override
                        public InputStream nextElement() {
                            return blocks.next();
                        }
                    }))));
        }

        @Override
        public int read() throws IOException {
            taken++;
            return all.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = all.read(bytes, offset, length);
            taken += Math.max(count, 0);
            return count;
        }
    }

    @Test
    void endlessShouldEnd() throws Exception {
        Endless file = new Endless("head", i -> "x".repeat(1_000));
        assertEquals("head", new String(file.readNBytes(4), StandardCharsets.UTF_8));
        assertTrue(file.skip(Long.MAX_VALUE) > Endless.END / 2);
    }
}
