package vn.phopay.qr;

import com.google.zxing.qrcode.decoder.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A payload as a square of dark and light modules (ISO/IEC 18004), always in byte mode.
 *
 * <p>The matrix is built here and not by ZXing's encoder: a VietQR without lower-case letters consists of
 * alphanumeric-mode characters only, ZXing then picks that mode and offers no way to forbid it, and EMVCo allows byte
 * mode alone. ZXing's version tables and Reed-Solomon coder are used, and its reader checks the result in the tests.
 */
public final class QrSymbol {
    /** Light modules to leave on every side. */
    public static final int QUIET_ZONE = 4;
    private static final int VERSION_MAX = 40;

    private final boolean[][] dark;
    private final int version;
    private final QrEcc ecc;

    private QrSymbol(boolean[][] dark, int version, QrEcc ecc) {
        this.dark = dark;
        this.version = version;
        this.ecc = ecc;
    }

    /** The smallest symbol for the payload at error correction M. */
    public static QrSymbol of(String payload) {
        return of(payload, QrEcc.M);
    }

    /**
     * The smallest symbol for the payload.
     *
     * @throws QrInputException when it is empty, not printable ASCII (other text would need an ECI mark) or too long
     */
    public static QrSymbol of(String payload, QrEcc ecc) {
        byte[] bytes = bytes(payload);
        Version version = smallestVersion(bytes.length, ecc);
        byte[] codewords = QrCodewords.of(bytes, version, ecc);
        return new QrSymbol(QrMatrix.build(codewords, version, ecc), version.getVersionNumber(), ecc);
    }

    /** Modules per side of the symbol that {@link #of(String)} would make, without making it. */
    public static int sizeOf(String payload) {
        return smallestVersion(bytes(payload).length, QrEcc.M).getDimensionForVersion();
    }

    private static byte[] bytes(String payload) {
        if (payload.isEmpty() || payload.chars().anyMatch(character -> character < 0x20 || character > 0x7E)) {
            throw new QrInputException("payload: printable ASCII characters only");
        }
        return payload.getBytes(StandardCharsets.US_ASCII);
    }

    private static Version smallestVersion(int byteCount, QrEcc ecc) {
        for (int number = 1; number <= VERSION_MAX; number++) {
            Version version = Version.getVersionForNumber(number);
            if (QrCodewords.fits(byteCount, version, ecc)) {
                return version;
            }
        }
        throw new QrInputException("payload: too long for a QR symbol");
    }

    /** Modules per side, without quiet zone: 17 + 4 x version. */
    public int size() {
        return dark.length;
    }

    /** The symbol's version, 1 to 40 (ISO/IEC 18004): how large it is. */
    public int version() {
        return version;
    }

    /** The error correction it carries. */
    public QrEcc ecc() {
        return ecc;
    }

    /** One horizontal run of dark modules, for whoever draws. */
    @FunctionalInterface
    public interface DarkRun<T> {
        /** What is drawn for it. */
        T draw(int column, int row, int length);
    }

    /** What is drawn for every horizontal run of dark modules, from the top left on. */
    public <T> List<T> darkRuns(DarkRun<T> run) {
        List<T> drawn = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            int column = 0;
            while (column < size()) {
                int end = column;
                while (end < size() && isDark(end, row)) {
                    end++;
                }
                if (end > column) {
                    drawn.add(run.draw(column, row, end - column));
                }
                column = end + 1;
            }
        }
        return drawn;
    }

    /** Whether the module is dark; column and row from 0 at the top left. */
    public boolean isDark(int column, int row) {
        return dark[row][column];
    }
}
