package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * No input makes the decoder throw, and none makes it do more than linear work, counted in characters and not in
 * time.
 */
class QrDecoderRobustnessTest {
    private static final int READS_PER_CHARACTER = 8;
    private static final String LIVELY = "0123456789".repeat(6) + "638254AXx .🍜ở\u0301\uD800\uDC00\n";

    @Test
    void decodeShouldAnswerWhenTextIsGarbage() {
        Random random = Samples.seeded("decodeShouldAnswerWhenTextIsGarbage");
        for (int round = 0; round < 20_000; round++) {
            assertAnswers(Samples.randomText(random, LIVELY, 0, 200));
        }
    }

    @Test
    void decodeShouldAnswerWhenGoodPayloadIsMutated() {
        Random random = Samples.seeded("decodeShouldAnswerWhenGoodPayloadIsMutated");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? Samples.SIGNED : Samples.UNSIGNED_DYNAMIC);
            for (int edit = random.nextInt(6); edit >= 0; edit--) {
                mutate(random, text);
            }
            assertAnswers(text.toString());
            if (text.length() > 4) {
                assertAnswers(Samples.repairCrc(text.toString()));
            }
        }
    }

    private static void mutate(Random random, StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        String piece = Samples.randomText(random, LIVELY, 1, 3);
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, piece);
            case 1 -> text.delete(at, Math.min(text.length(), at + piece.length()));
            default -> text.replace(at, Math.min(text.length(), at + piece.length()), piece);
        }
        if (text.isEmpty()) {
            text.append('0');
        }
    }

    @Test
    void decodeShouldDoLinearWorkWhenTextIsLong() {
        List<IntFunction<String>> shapes = List.of(
            length -> "0".repeat(length),
            length -> "x".repeat(length),
            length -> "0101a".repeat(length / 5),
            length -> "\u0301\u0323".repeat(length / 2),
            length -> "6304".repeat(length / 4),
            length -> Samples.crc("9999" + "1".repeat(length)),
            length -> Samples.crc(manyObjects(length)),
            length -> Samples.crc("3899" + "0095" + "0091".repeat(length / 4)),
            length -> Samples.SIGNED + "8".repeat(length),
            length -> "🍜".repeat(length / 2));
        for (IntFunction<String> shape : shapes) {
            long few = reads(shape.apply(10_000));
            long many = reads(shape.apply(100_000));
            assertTrue(few <= READS_PER_CHARACTER * 10_100L, "reads " + few);
            assertTrue(many <= READS_PER_CHARACTER * 100_100L, "reads " + many);
        }
    }

    /** As many objects as IDs allow, each as long as lengths allow, then text without end. */
    private static String manyObjects(int length) {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < 100 && text.length() + 103 < length; id++) {
            text.append(String.format("%02d99", id)).append("0095").append("0".repeat(95));
        }
        return text.append("7".repeat(Math.max(0, length - text.length()))).toString();
    }

    @Test
    void decodeShouldReadItsInputOnceWhenTextIsLong() {
        CountingText text = new CountingText(Samples.crc(manyObjects(50_000)));
        QrDecoder.decode(text);
        assertTrue(text.reads <= 2L * text.length(), "charAt was called " + text.reads + " times");
    }

    @Test
    void decodeShouldReadTemplatesWhenPayloadIsAsLongAsItGets() {
        StringBuilder body = new StringBuilder("000201010211" + Samples.tlv("38", Samples.beneficiary("970422", "1"))
            + "53037045802VN");
        for (int id = 65; id < 100; id++) {
            body.append(Samples.tlv(Integer.toString(id), "0".repeat(99)));
        }
        DecodedQr decoded = QrDecoder.decode(Samples.crc(body.toString()));
        assertEquals(List.of(QrWarning.Code.LONG_PAYLOAD), decoded.warnings().stream().map(QrWarning::code).toList());
    }

    private static void assertAnswers(String text) {
        DecodedQr decoded = QrDecoder.decode(text);
        assertNotNull(decoded.verdict());
        if (decoded instanceof DecodedQr.Refused refused) {
            int position = refused.fault().position();
            int length = text.codePointCount(0, text.length());
            assertTrue(position >= 1 && position <= length + 1, text + " " + refused.fault());
        }
    }

    private static long reads(String text) {
        QrStructure structure = QrStructure.read(text);
        QrDecoder.decode(structure);
        return structure.text().reads();
    }

    private static final class CountingText implements CharSequence {
        private final String text;
        private long reads;

        CountingText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            reads += end - start;
            return text.subSequence(start, end);
        }
    }
}
