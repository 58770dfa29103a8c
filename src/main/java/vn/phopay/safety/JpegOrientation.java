package vn.phopay.safety;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a phone held its camera: the orientation tag of a JPEG's Exif segment (CIPA DC-008, tag 0x0112). It must be put
 * into the pixels before the segment is thrown away. Any bytes give an answer; what cannot be read is upright.
 */
final class JpegOrientation {
    /** The first pixel row is the top, the first column the left. */
    static final int UPRIGHT = 1;

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY_LENGTH = 12;
    private static final int TURNED_MAX = 8;

    private JpegOrientation() {}

    /** 1 to 8. */
    static int of(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) != START_OF_SCAN) {
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            int end = at + 2 + length;
            if (length < 2 || end > file.length) {
                return UPRIGHT;
            }
            int body = at + 4;
            if ((file[at + 1] & 0xFF) == APP1 && startsWithExif(file, body, end)) {
                return ofTiff(ByteBuffer.wrap(file, body + EXIF.length, end - body - EXIF.length).slice());
            }
            at = end;
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(byte[] file, int from, int end) {
        return from + EXIF.length <= end && Arrays.equals(file, from, from + EXIF.length, EXIF, 0, EXIF.length);
    }

    private static int ofTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFF_FFFFL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_LENGTH;
            if (entry + ENTRY_LENGTH > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort((int) entry + 8) & 0xFFFF;
                return value >= UPRIGHT && value <= TURNED_MAX ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
