package vn.phopay.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SheetSvgTest {
    @ParameterizedTest
    @EnumSource
    void pictureShouldBeXmlWhoseEveryShapeIsThereAndStaySmall(PrintLayout layout) throws Exception {
        String svg = SheetSvg.render(PaperSamples.job(layout, PaperSamples.face()));
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        Set<String> shapes = new HashSet<>();
        for (Element shape : elements(document, "path")) {
            shapes.add("#" + shape.getAttribute("id"));
        }
        int uses = 0;
        for (Element use : elements(document, "use")) {
            assertTrue(shapes.contains(use.getAttribute("href")), use.getAttribute("href"));
            uses++;
        }
        assertTrue(uses > 100, "letters are shapes");
        assertEquals(svg, SheetSvg.render(PaperSamples.job(layout, PaperSamples.face())));
        assertTrue(packed(svg) < 20_000, "a page shows four of them: " + packed(svg));
    }

    private static Element[] elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        Element[] elements = new Element[nodes.getLength()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (Element) nodes.item(i);
        }
        return elements;
    }

    private static int packed(String svg) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(svg.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
