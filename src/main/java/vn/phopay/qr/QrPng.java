package vn.phopay.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A symbol as PNG: one bit a pixel, whole pixels a module, four modules of quiet zone. */
public final class QrPng {
    /** Largest side of an image in pixels: 2 MB of bits before compression. */
    public static final int SIDE_PX_MAX = 4096;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

    private QrPng() {
    }

    /**
     * The file; the same symbol and size give the same bytes.
     *
     * @param modulePx pixels per module side, at least 1
     * @throws QrInputException when the image would be wider than {@link #SIDE_PX_MAX}
     */
    public static byte[] render(QrSymbol symbol, int modulePx) {
        int modules = symbol.size() + 2 * QrSymbol.QUIET_ZONE;
        if (modulePx < 1 || modulePx > SIDE_PX_MAX / modules) {
            throw new QrInputException("module size: 1 to " + SIDE_PX_MAX / modules + " pixels for this code");
        }
        int side = modules * modulePx;
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side).put(ONE_BIT_GREY);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        writeChunk(file, "IHDR", header.array());
        writeChunk(file, "IDAT", deflate(rows(symbol, modulePx)));
        writeChunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** The largest module size whose image is at most {@code sidePx} wide, never less than 1 pixel. */
    public static int modulePxFor(QrSymbol symbol, int sidePx) {
        return Math.max(1, Math.min(sidePx, SIDE_PX_MAX) / (symbol.size() + 2 * QrSymbol.QUIET_ZONE));
    }

    private static byte[] rows(QrSymbol symbol, int modulePx) {
        int modules = symbol.size() + 2 * QrSymbol.QUIET_ZONE;
        int rowLength = 1 + (modules * modulePx + 7) / 8;
        byte[] rows = new byte[rowLength * modules * modulePx];
        for (int y = 0; y < modules * modulePx; y++) {
            int start = y * rowLength + 1;
            for (int x = 0; x < modules * modulePx; x++) {
                if (isLight(symbol, x / modulePx, y / modulePx)) {
                    rows[start + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return rows;
    }

    private static boolean isLight(QrSymbol symbol, int columnWithQuietZone, int rowWithQuietZone) {
        int column = columnWithQuietZone - QrSymbol.QUIET_ZONE;
        int row = rowWithQuietZone - QrSymbol.QUIET_ZONE;
        boolean outside = column < 0 || row < 0 || column >= symbol.size() || row >= symbol.size();
        return outside || !symbol.isDark(column, row);
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        }
    }

    private static void writeChunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data)
            .array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(typed);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
