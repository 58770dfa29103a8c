package vn.phopay.web.register;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.phopay.qr.QrSvg;
import vn.phopay.qr.QrSymbol;

/** A link as a picture that another phone scans from the screen. */
final class QrPicture {
    private QrPicture() {}

    /** The address of the picture itself, which no other address holds: what is in it is a secret. */
    static String of(String link) {
        String svg = QrSvg.render(QrSymbol.of(link));
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
