package vn.phopay.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.phopay.testing.OptionalTool;

/** Reads rendered images back, by ZXing's reader and by zbarimg. */
public final class CodeReader {
    private CodeReader() {
    }

    /**
     * By ZXing, as a phone's camera tries again: hints for photographs first, another threshold, then as a drawing.
     * One of thousands of random codes has modules that one of them takes for a corner.
     */
    public static Result zxing(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        RGBLuminanceSource source =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        ReaderException last = NotFoundException.getNotFoundInstance();
        for (DecodeHintType hint : List.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)) {
            for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                try {
                    return new QRCodeReader().decode(new BinaryBitmap(binarizer), Map.of(hint, true));
                } catch (ReaderException e) {
                    last = e;
                }
            }
        }
        throw last;
    }

    /** Aborts the test where zbarimg is not installed. */
    static String zbarimg(BufferedImage image, Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("code.png");
        ImageIO.write(image, "png", file.toFile());
        return zbarimg(file);
    }

    /**
     * By the program zbarimg, which must be there; the file is removed. QR codes alone: it also takes a row of modules
     * for a bar code now and then.
     */
    public static String zbarimg(Path file) throws IOException, InterruptedException {
        Path program = OptionalTool.require("zbarimg");
        Process process = new ProcessBuilder(
                program.toString(), "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.deleteIfExists(file);
        return output.strip();
    }
}
