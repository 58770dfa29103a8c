package vn.phopay.qr;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import com.google.zxing.qrcode.decoder.Version;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The codewords of a symbol: one byte-mode segment, padding, error correction per block, blocks interleaved. */
final class QrCodewords {
    private static final int BYTE_MODE = 0b0100;
    private static final int MODE_BITS = 4;
    private static final int LAST_VERSION_OF_SHORT_COUNT = 9;
    private static final int[] PADDING = {0xEC, 0x11};

    private QrCodewords() {
    }

    static boolean fits(int byteCount, Version version, QrEcc ecc) {
        return MODE_BITS + countBits(version) + 8 * byteCount <= 8 * dataCapacity(version, ecc);
    }

    static byte[] of(byte[] content, Version version, QrEcc ecc) {
        return interleave(dataCodewords(content, version, ecc), version, ecc);
    }

    private static int countBits(Version version) {
        return version.getVersionNumber() <= LAST_VERSION_OF_SHORT_COUNT ? 8 : 16;
    }

    private static int dataCapacity(Version version, QrEcc ecc) {
        return version.getTotalCodewords() - version.getECBlocksForLevel(ecc.level()).getTotalECCodewords();
    }

    private static int[] dataCodewords(byte[] content, Version version, QrEcc ecc) {
        List<Boolean> bits = new ArrayList<>();
        append(bits, BYTE_MODE, MODE_BITS);
        append(bits, content.length, countBits(version));
        for (byte octet : content) {
            append(bits, octet & 0xFF, 8);
        }
        int capacity = dataCapacity(version, ecc);
        append(bits, 0, Math.min(4, 8 * capacity - bits.size()));
        append(bits, 0, (8 - bits.size() % 8) % 8);
        int[] codewords = new int[capacity];
        for (int index = 0; index < bits.size(); index++) {
            codewords[index / 8] |= bits.get(index) ? 0x80 >> index % 8 : 0;
        }
        int used = bits.size() / 8;
        for (int index = used; index < capacity; index++) {
            codewords[index] = PADDING[(index - used) % 2];
        }
        return codewords;
    }

    private static void append(List<Boolean> bits, int value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            bits.add((value >> bit & 1) != 0);
        }
    }

    private static byte[] interleave(int[] data, Version version, QrEcc ecc) {
        Version.ECBlocks layout = version.getECBlocksForLevel(ecc.level());
        int correctionLength = layout.getECCodewordsPerBlock();
        List<int[]> blocks = new ArrayList<>();
        int start = 0;
        for (Version.ECB group : layout.getECBlocks()) {
            for (int block = 0; block < group.getCount(); block++) {
                int[] codewords = new int[group.getDataCodewords() + correctionLength];
                System.arraycopy(data, start, codewords, 0, group.getDataCodewords());
                new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(codewords, correctionLength);
                blocks.add(codewords);
                start += group.getDataCodewords();
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(version.getTotalCodewords());
        int dataLengthMax = blocks.getLast().length - correctionLength;
        for (int index = 0; index < dataLengthMax; index++) {
            for (int[] block : blocks) {
                if (index < block.length - correctionLength) {
                    all.write(block[index]);
                }
            }
        }
        for (int index = 0; index < correctionLength; index++) {
            for (int[] block : blocks) {
                all.write(block[block.length - correctionLength + index]);
            }
        }
        return all.toByteArray();
    }
}
