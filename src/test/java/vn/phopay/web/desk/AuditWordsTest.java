package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.merchant.Language;
import vn.phopay.web.Words;

/** Whatever the audit log says was done is said in words, so that nobody has to read or choose {@code target.set}. */
class AuditWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/vn/phopay");
    private static final Pattern TOLD = Pattern.compile(
            "(?:AuditEntry\\s*\\.of(?:Self)?|looked|keep|entry)\\([^;\"]*\"([a-z][a-z-]*(?:\\.[a-z-]+)+)\"");
    private static final Pattern TELLS = Pattern.compile("\\b(?:AuditEntry|looked)\\b");
    /** Those of which a part is put together while the service runs. */
    private static final List<String> COMPOSED = List.of(
            "target.set", "target.change", "target.remove", "release.propose", "release.approve", "release.reject",
            "merchant.approve", "merchant.reject", "merchant.suspend", "merchant.reinstate", "merchant.resubmit",
            "deletion.propose", "deletion.execute", "deletion.refuse", "case.acknowledge", "case.resolve",
            "case.propose", "case.approve", "case.reject", "audit.read", "audit.export", "edition.undo");

    @Test
    void everyDeedShouldHaveItsWordsInBothLanguages() throws IOException {
        Set<String> deeds = new TreeSet<>(COMPOSED);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> deeds.addAll(deeds(file)));
        }
        assertTrue(deeds.size() > 60, "the search still finds them: " + deeds);

        for (Language language : Language.values()) {
            Words words = Words.load(language);
            assertEquals(List.of(), deeds.stream().filter(deed -> !words.has("audit.action." + deed)).toList());
        }
    }

    private static List<String> deeds(Path file) {
        try {
            String source = Files.readString(file);
            return TELLS.matcher(source).find()
                    ? TOLD.matcher(source).results().map(found -> found.group(1)).toList()
                    : List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
