package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrSymbolTest {
    private static final String UPPER_CASE_ONLY = QrPayload.to("970422", "0123456789").memo("PP7K3M9Q2X").build()
        .encode();
    private static final String PRINTABLE = " !#$&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcxyz{|}~";

    /** ZXing gives the raw bytes of byte-mode segments only: they must be the whole payload. */
    @Test
    void symbolShouldBeInByteModeWhenPayloadHasNoLowerCaseLetters() throws ReaderException, WriterException {
        assertEquals(Mode.ALPHANUMERIC, Encoder.encode(UPPER_CASE_ONLY, ErrorCorrectionLevel.M).getMode(),
            "without this the test would prove nothing");

        DecoderResult decoded = decode(QrSymbol.of(UPPER_CASE_ONLY));

        assertEquals(UPPER_CASE_ONLY, decoded.getText());
        assertEquals(1, decoded.getByteSegments().size());
        assertArrayEquals(UPPER_CASE_ONLY.getBytes(StandardCharsets.US_ASCII), decoded.getByteSegments().getFirst());
        assertEquals(0b0100, decoded.getRawBytes()[0] >> 4 & 0xF, "mode indicator");
    }

    @ParameterizedTest
    @CsvSource({"93,5,6,8", "174,8,9,11", "400,13,15,19", "512,15,18,22"})
    void symbolShouldHaveTheSmallestVersion(int length, int versionL, int versionM, int versionQ) {
        String payload = "x".repeat(length);
        assertEquals(versionL, QrSymbol.of(payload, QrEcc.L).version());
        assertEquals(versionM, QrSymbol.of(payload).version());
        assertEquals(versionQ, QrSymbol.of(payload, QrEcc.Q).version());
        assertEquals(17 + 4 * versionM, QrSymbol.of(payload).size());
    }

    @Test
    void symbolShouldDecodeWithoutCorrectionsAtEveryVersionAndLevel() throws ReaderException {
        Random random = Samples.seeded("symbolShouldDecodeAtEveryVersionAndLevel");
        for (QrEcc ecc : QrEcc.values()) {
            for (int length = 1; length <= 1270; length = length * 5 / 4 + 1) {
                String payload = Samples.randomText(random, PRINTABLE, length, length);
                DecoderResult decoded = decode(QrSymbol.of(payload, ecc));
                assertEquals(payload, decoded.getText());
                assertEquals(ecc.name(), decoded.getECLevel());
                assertEquals(0, decoded.getErrorsCorrected());
            }
        }
        String longest = "x".repeat(2953);
        assertEquals(longest, decode(QrSymbol.of(longest, QrEcc.L)).getText());
    }

    @Test
    void symbolShouldBeRefusedWhenPayloadIsEmptyForeignOrTooLong() {
        for (String payload : new String[] {"", "Phở", "a\n", "x".repeat(2332)}) {
            assertThrows(QrInputException.class, () -> QrSymbol.of(payload));
        }
        assertEquals(40, QrSymbol.of("x".repeat(2331)).version());
    }

    private static DecoderResult decode(QrSymbol symbol) throws ReaderException {
        BitMatrix matrix = new BitMatrix(symbol.size());
        for (int row = 0; row < symbol.size(); row++) {
            for (int column = 0; column < symbol.size(); column++) {
                if (symbol.isDark(column, row)) {
                    matrix.set(column, row);
                }
            }
        }
        return new Decoder().decode(matrix);
    }
}
