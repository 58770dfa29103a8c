package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ReaderException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class QrImageTest {
    private static final QrSymbol SYMBOL = QrSymbol.of(Samples.SIGNED);
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pngShouldReadBackAtEveryModuleSize(int modulePx) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPng.render(SYMBOL, modulePx)));
        assertEquals((SYMBOL.size() + 8) * modulePx, image.getWidth());
        assertEquals(image.getWidth(), image.getHeight());
        assertEquals(1, image.getColorModel().getPixelSize());
        assertEquals(Samples.SIGNED, CodeReader.zxing(image).getText());
    }

    @Test
    void pngShouldReadBackByZbarimg() throws IOException, InterruptedException {
        Path file = temp.resolve("code.png");
        Files.write(file, QrPng.render(SYMBOL, 4));
        assertEquals(Samples.SIGNED, CodeReader.zbarimg(file));
    }

    @Test
    void pngShouldBeRefusedWhenItWouldBeTooLargeOrEmpty() throws IOException {
        int modulePxMax = QrPng.SIDE_PX_MAX / (SYMBOL.size() + 8);
        assertThrows(QrInputException.class, () -> QrPng.render(SYMBOL, 0));
        assertThrows(QrInputException.class, () -> QrPng.render(SYMBOL, modulePxMax + 1));
        BufferedImage largest = ImageIO.read(new ByteArrayInputStream(QrPng.render(SYMBOL, modulePxMax)));
        assertEquals(modulePxMax * (SYMBOL.size() + 8), largest.getWidth());
        assertEquals(modulePxMax, QrPng.modulePxFor(SYMBOL, Integer.MAX_VALUE));
        assertEquals(3, QrPng.modulePxFor(SYMBOL, 3 * 85 + 84));
        assertEquals(1, QrPng.modulePxFor(SYMBOL, 0));
    }

    @Test
    void imagesShouldBeTheSameBytesWhenRenderedTwice() {
        assertArrayEquals(QrPng.render(SYMBOL, 5), QrPng.render(QrSymbol.of(Samples.SIGNED), 5));
        assertEquals(QrSvg.render(SYMBOL), QrSvg.render(QrSymbol.of(Samples.SIGNED)));
    }

    @Test
    void svgShouldReadBackAndBeOnePathOfModules() throws Exception {
        Element svg = parse(QrSvg.render(SYMBOL));
        assertEquals("0 0 85 85", svg.getAttribute("viewBox"));
        assertEquals("crispEdges", svg.getAttribute("shape-rendering"));
        assertEquals(1, svg.getElementsByTagName("path").getLength());
        BufferedImage image = rasterise(((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d"), 85, 4);
        assertEquals(Samples.SIGNED, CodeReader.zxing(image).getText());
        assertEquals(Samples.SIGNED, CodeReader.zbarimg(image, temp));
    }

    @Test
    void svgShouldDrawExactlyTheDarkModules() throws Exception {
        Element path = (Element) parse(QrSvg.render(SYMBOL)).getElementsByTagName("path").item(0);
        BufferedImage image = rasterise(path.getAttribute("d"), 85, 1);
        for (int y = 0; y < 85; y++) {
            for (int x = 0; x < 85; x++) {
                boolean inside = x >= 4 && y >= 4 && x < 81 && y < 81;
                boolean expected = inside && SYMBOL.isDark(x - 4, y - 4);
                assertEquals(expected, (image.getRGB(x, y) & 0xFF) == 0, x + "," + y);
            }
        }
    }

    private static Element parse(String svg) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }

    /** Fills the rectangles of the path; anything but rectangles one unit high fails. */
    private static BufferedImage rasterise(String path, int units, int scale) {
        BufferedImage image = new BufferedImage(units * scale, units * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, units * scale, units * scale);
        graphics.setColor(Color.BLACK);
        Matcher run = RUN.matcher(path);
        int end = 0;
        while (run.lookingAt()) {
            assertEquals(run.group(3), run.group(4));
            graphics.fillRect(Integer.parseInt(run.group(1)) * scale, Integer.parseInt(run.group(2)) * scale,
                Integer.parseInt(run.group(3)) * scale, scale);
            end = run.end();
            run.region(end, path.length());
        }
        assertTrue(end > 0);
        assertEquals(path.length(), end);
        graphics.dispose();
        return image;
    }
}
