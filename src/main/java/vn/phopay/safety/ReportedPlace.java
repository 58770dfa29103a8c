package vn.phopay.safety;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.qr.AsciiFolding;
import vn.phopay.qr.DecodedQr;
import vn.phopay.qr.QrDecoder;
import vn.phopay.qr.VietQr;

/**
 * Where a trouble is, as its case calls it. Reports of one place are one case: of one outlet; else of one account that
 * a district's passers-by read; else of one description of a place, however it is written.
 *
 * @param outlet the outlet, where it is known
 * @param districtPlaceId the district
 * @param districtCode GSO code of that district
 * @param words the place as described, where no outlet is known
 */
record ReportedPlace(@Nullable UUID outlet, String districtPlaceId, String districtCode, @Nullable String words) {
    private static final int HASH_CHARACTERS = 32;

    /** Of a report whose scan, if any, read {@code payload}. */
    String fingerprint(Optional<String> payload) {
        if (outlet != null) {
            return "outlet/" + outlet;
        }
        return payload.flatMap(ReportedPlace::payee)
                .map(payee -> "payee/" + districtCode + '/' + hash(payee.bin() + '/' + payee.account()))
                .orElseGet(() -> "place/" + districtCode + '/' + folded(words == null ? "" : words));
    }

    /** Whom a payload pays, where it is a VietQR. */
    static Optional<VietQr> payee(String payload) {
        return QrDecoder.decode(payload) instanceof DecodedQr.Payable payable
                ? Optional.of(payable.vietQr()) : Optional.empty();
    }

    /** The fingerprint stays for ever and is no place for an account. */
    private static String hash(String account) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String folded(String words) {
        return AsciiFolding.fold(words, TamperReport.PLACE_LENGTH_MAX).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ").strip();
    }
}
