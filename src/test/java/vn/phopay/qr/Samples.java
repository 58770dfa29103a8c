package vn.phopay.qr;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Payloads and keys the tests of this package share. */
final class Samples {
    static final String GUID = "vn.example.hnqr";
    static final String SERIAL = "7Q4K2ZP9XD3MW";
    static final Instant ISSUED_AT = Instant.ofEpochSecond(1_767_225_600);
    static final Instant EXPIRES_AT = Instant.ofEpochSecond(1_798_761_600);
    static final Instant WITHIN = Instant.parse("2026-06-01T00:00:00Z");

    /** RFC 8032, section 7.1, TEST 1. */
    static final QrPrivateKey RFC_KEY = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    /** RFC 8032, section 7.1, TEST 2. */
    static final QrPrivateKey OTHER_KEY = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    static final String UNSIGNED_DYNAMIC = "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
        + "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";
    static final String SIGNED = "00020101021138570010A00000072701270006970436011300110012345670208QRIBFTTA"
        + "5204581253037045802VN5917PHO CO BUN CHA 366005HANOI62380307HK-04170704S0360815HNPS036 BUN CHA"
        + "85820015vn.example.hnqr0102E10208If4x36FU031017672256000410179876160005137Q4K2ZP9XD3MW"
        + "86660015vn.example.hnqr0143Oxn5HyYWne64F0pkieTNq-tFEhLh7i5D2avNIHeWfXh"
        + "87660015vn.example.hnqr01434M5wC88vzhVArAEjqietOEQGg_0mOEWR10ybj5AdqBw63048EF7";

    private Samples() {
    }

    static QrPrivateKey key(String seedHex) {
        return new QrPrivateKey(HexFormat.of().parseHex(seedHex));
    }

    /** The payload of the worked example before it is signed. */
    static QrPayload buncha() {
        return QrPayload.to("970436", "0011001234567").categoryCode("5812").merchantName("PHO CO BUN CHA 36")
            .city("HANOI").storeLabel("HK-0417").terminal("S036").memo("HNPS036 BUN CHA").build();
    }

    static TrustedKey trusted(QrPrivateKey key, KeyStatus status) {
        return new TrustedKey(key.publicKey(), Instant.parse("2025-12-01T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"),
            status);
    }

    static KeyList list(TrustedKey... keys) {
        return new KeyList(List.of(keys), WITHIN, WITHIN.plusSeconds(3600), Set.of());
    }

    static QrSigner signer(QrPrivateKey key) {
        return new QrSigner(GUID, () -> new SigningKey(key, trusted(key, KeyStatus.ACTIVE)));
    }

    static SigningTerms terms() {
        return new SigningTerms(ISSUED_AT, EXPIRES_AT, SERIAL);
    }

    /** The text with a checksum that belongs to it, whatever the last four characters were. */
    static String repairCrc(String payload) {
        String upToValue = payload.substring(0, payload.length() - 4);
        return upToValue + Crc16.hexOf(upToValue);
    }

    /** A text with a checksum object behind it. */
    static String crc(String body) {
        return QrPayload.withCrc(body);
    }

    /** An object. */
    static String tlv(String id, String value) {
        int length = value.codePointCount(0, value.length());
        return id + (length < 10 ? "0" : "") + length + value;
    }

    /** A minimal static VietQR whose template 38 is followed by the given objects. */
    static String withObjects(String objectsAfter38) {
        return crc("000201010211" + tlv("38", beneficiary("970422", "0123456789")) + objectsAfter38 + "53037045802VN");
    }

    static String with38(String template) {
        return crc("000201010211" + tlv("38", template) + "53037045802VN");
    }

    static String beneficiary(String bin, String account) {
        return tlv("00", "A000000727") + tlv("01", tlv("00", bin) + tlv("01", account)) + tlv("02", "QRIBFTTA");
    }

    /** A random generator whose seed is printed, so that a failure can be repeated with -Dphopay.seed=N. */
    static Random seeded(String test) {
        long seed = Long.getLong("phopay.seed", System.nanoTime());
        System.out.println(test + " -Dphopay.seed=" + seed);
        return new Random(seed);
    }

    static String randomText(Random random, String alphabet, int lengthMin, int lengthMax) {
        int[] characters = alphabet.codePoints().toArray();
        int length = lengthMin + random.nextInt(lengthMax - lengthMin + 1);
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, characters.length).forEach(index -> text.appendCodePoint(characters[index]));
        return text.toString();
    }
}
