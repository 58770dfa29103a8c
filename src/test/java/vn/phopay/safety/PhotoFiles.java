package vn.phopay.safety;

import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Photos as phones and strangers send them. */
public final class PhotoFiles {
    /** A WebP of 64 by 48 pixels as Chromium writes it, with a colour profile: left half red, right half blue. */
    static final Buffer WEBP = Buffer.buffer(Base64.getDecoder().decode("UklGRkYCAABXRUJQVlA4WAoAAAAgAAAAPwAALwAASUND"
            + "UMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYA"
            + "AQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAAB"
            + "FAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVF"
            + "JDAAABZAAAAChjcHJ0"
            + "AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi"
            + "AAAAAAAABimQAAt4UA"
            + "ABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQ"
            + "AAE9AAAApbAAAAAAAA"
            + "AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggWA"
            + "AAABAFAJ0BKkAAMAA+"
            + "bTSVR6QjIiEquAgAgA2JYwDTXcD+AaaTwD5AABgtLKdeMCC5DwAA/vPfZoxVi4I+9guz3l5/r8/6MxfewXZ7y8/2kv"
            + "CRigggCK6fgAA="));

    private PhotoFiles() {}

    /** A picture whose upper left quarter is red, and the rest blue. */
    static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    /** That picture as a file of a format of {@code ImageIO}. */
    public static Buffer file(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(width, height), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /** A JPEG from a phone: its Exif segment tells how it was held, and where it was taken. */
    public static Buffer fromPhone(int width, int height, int orientation) {
        byte[] jpeg = file("jpg", width, height).getBytes();
        byte[] tiff = tiff(orientation);
        int length = 2 + 6 + tiff.length;
        return Buffer.buffer(Arrays.copyOf(jpeg, 2))
                .appendBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length})
                .appendString("Exif\0\0", "ISO-8859-1")
                .appendBytes(tiff)
                .appendBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** One directory with the orientation, and where it was taken as plain text behind it. */
    private static byte[] tiff(int orientation) {
        return Buffer.buffer("MM\0*", "ISO-8859-1")
                .appendInt(8)
                .appendShort((short) 1)
                .appendShort((short) 0x0112).appendShort((short) 3).appendInt(1)
                .appendShort((short) orientation).appendShort((short) 0)
                .appendInt(0)
                .appendBytes("GPS 21.0352 N 105.8503 E".getBytes(StandardCharsets.US_ASCII))
                .getBytes();
    }
}
