package vn.phopay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.phopay.tidy.Repository;

/** A link from one document to another file of the repository leads somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void everyLinkShouldLeadToAFile() {
        List<String> documents = Repository.everyPath().stream().filter(path -> path.endsWith(".md")).toList();
        assertTrue(documents.contains("README.md"), "no document was found: the rule would hold of nothing");

        assertEquals(List.of(), documents.stream()
                .flatMap(document -> broken(document, Repository.read(document).text()).stream())
                .toList());
    }

    @Test
    void brokenShouldNameALinkThatLeadsNowhere() {
        assertEquals(List.of(), broken("src/docs/A.md", "[B](../../README.md#top) [C](https://example.org/x) [D](#d)"));
        assertEquals(1, broken("src/docs/A.md", "[B](README-that-nobody-wrote.md)").size());
        assertEquals(1, broken("README.md", "![B](src/docs/images/nothing.png)").size());
    }

    private static List<String> broken(String document, String text) {
        Path directory = Path.of("/" + document).getParent();
        return LINK.matcher(text).results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .filter(target -> !Repository.has(directory.resolve(target).normalize().toString().substring(1)))
                .map(target -> document + ": " + target)
                .toList();
    }
}
