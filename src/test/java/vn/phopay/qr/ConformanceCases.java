package vn.phopay.qr;

import static vn.phopay.qr.Samples.SIGNED;
import static vn.phopay.qr.Samples.crc;
import static vn.phopay.qr.Samples.repairCrc;
import static vn.phopay.qr.Samples.tlv;
import static vn.phopay.qr.Samples.withObjects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Payloads, key lists and times on which two verifiers must give the same answer. */
final class ConformanceCases {
    private static final String REPLACEMENTS = "0123456789AZaz -_=+.~é饭\uFF10";
    private static final String BODY = SIGNED.substring(0, SIGNED.indexOf("8666"));
    private static final String META = SIGNED.substring(SIGNED.indexOf("85820015"), SIGNED.indexOf("8666"));
    private static final String HEAD = "000201010211";
    private static final String TAIL = "53037045802VN";
    private static final String BENEFICIARY = tlv("38", Samples.beneficiary("970422", "0123456789"));
    private static final TrustedKey ACTIVE = Samples.trusted(Samples.RFC_KEY, KeyStatus.ACTIVE);
    private static final TrustedKey OTHER = Samples.trusted(Samples.OTHER_KEY, KeyStatus.RETIRED);
    private static final String LIST = Jwks.write(Samples.list(OTHER, ACTIVE));

    /** One question to both. */
    record Case(String payload, String keyList, Instant now) {}

    private ConformanceCases() {}

    /** All of them; some are drawn by {@code random}. */
    static List<Case> all(Random random) {
        List<Case> cases = new ArrayList<>();
        Stream.of(payloads(), contents(), tips(), structures(), oneCharacter(random), garbled(random), currencies())
                .flatMap(List::stream)
                .forEach(payload -> cases.add(new Case(payload, LIST, Samples.WITHIN)));
        cases.addAll(keyStates());
        cases.addAll(times());
        return cases;
    }

    /** Every result of the order of checks, as in the verifier's own test. */
    private static List<String> payloads() {
        String firstHalf = SIGNED.substring(SIGNED.indexOf("8666"), SIGNED.indexOf("8766"));
        String last = "10ybj5AdqBw";
        return List.of(
                SIGNED, SIGNED.replace("8EF7", "8ef7"), SIGNED.replace("8EF7", "8EF8"), SIGNED + "x", SIGNED + "\n",
                SIGNED.substring(0, SIGNED.length() - 8), SIGNED.replace("63048EF7", "73048EF7"), "", "\uD800", "0",
                "000201", Samples.UNSIGNED_DYNAMIC, repairCrc(SIGNED.replace("vn.example.hnqr", "vn.example.xxqr")),
                repairCrc(SIGNED.replace("A000000727", "A000000728")), repairCrc(SIGNED.replace(META, "")),
                repairCrc(SIGNED.replace(firstHalf, "")), repairCrc(SIGNED.replace("6304", "9003abc6304")),
                repairCrc(SIGNED.replace(META, META + tlv("90", tlv("00", Samples.GUID)))),
                repairCrc(SIGNED.replace("86660015", "86660115")),
                repairCrc(SIGNED.replace("86660015vn.example.hnqr0143O", "86650015vn.example.hnqr0142")),
                repairCrc(SIGNED.replace("05137Q4K2ZP9XD3MW", "06137Q4K2ZP9XD3MW")),
                repairCrc(SIGNED.replace("8766", "8771").replace("dqBw", "dqBw0201x")),
                repairCrc(SIGNED.replace("86660015", "88660015").replace("87660015", "86660015")),
                repairCrc(SIGNED.replace("0102E1", "0102E2")), repairCrc(SIGNED.replace("If4x36FU", "If4x36FV")),
                repairCrc(SIGNED.replace("0011001234567", "0011001234568")),
                repairCrc(SIGNED.replace("Oxn5", "Oxn=")), repairCrc(SIGNED.replace("Oxn5", "Oxn+")),
                repairCrc(SIGNED.replace("BUN CHA 36", "BUN CHA ♥6")),
                repairCrc(SIGNED.replace(last, last.substring(0, last.length() - 1) + "x")),
                signByHand(BODY + tlv("85", "x"), Samples.RFC_KEY), signByHand(BODY, Samples.OTHER_KEY),
                signByHand(BODY.replace("5802VN", "5802V1"), Samples.RFC_KEY),
                signByHand(BODY.replace("1798761600", "179876160x"), Samples.RFC_KEY),
                signByHand(BODY.replace("1798761600", "1767225600"), Samples.RFC_KEY),
                signByHand(BODY.replace("A000000727", "A000000728"), Samples.RFC_KEY));
    }

    private static List<String> contents() {
        return List.of(
                withObjects(tlv("54", "0")), withObjects(tlv("54", "100000")), withObjects(tlv("54", "1000.")),
                withObjects(tlv("54", "1.5")), withObjects(tlv("54", "12345678901234")), withObjects(tlv("54", "-1")),
                withObjects(tlv("54", "1234567890123")), withObjects(tlv("54", "00000")), withObjects(tlv("54", "1 0")),
                withObjects(tlv("59", "x".repeat(26))), withObjects(tlv("59", "Phở Hoa 🍜")), withObjects("8003046"),
                withObjects(tlv("62", tlv("09", "AME"))), withObjects(tlv("62", tlv("09", "AA"))),
                withObjects(tlv("62", tlv("09", "AMEA"))), withObjects(tlv("62", tlv("09", "X"))),
                withObjects(tlv("62", tlv("08", "memo") + tlv("05", "label"))), withObjects(tlv("52", "12a4")),
                withObjects(tlv("62", "abc")), withObjects(tlv("62", tlv("08", "A") + tlv("08", "B"))),
                withObjects(tlv("64", tlv("00", "vi") + "01")), withObjects(tlv("64", tlv("00", "vi") + tlv("01",
                        "é"))),
                withObjects(tlv("81", tlv("00", "vn.other") + tlv("01", "x"))), withObjects(tlv("80", tlv("01", "x"))),
                crc("000201010213" + BENEFICIARY + "53037045402-15802VN"), crc("000301010211" + BENEFICIARY + TAIL),
                crc(HEAD + BENEFICIARY + "530370x5802VN"), crc(HEAD + BENEFICIARY + "53037045802V1"),
                crc(HEAD + BENEFICIARY + "5303704" + tlv("58", "ＶＮ")), crc(HEAD + BENEFICIARY + "53038405802VN"),
                crc(HEAD + tlv("38", Samples.beneficiary("97042x", "0123456789")) + TAIL),
                crc(HEAD + tlv("38", Samples.beneficiary("970422", "1".repeat(19))) + TAIL),
                crc(HEAD + tlv("38", Samples.beneficiary("970422", "1".repeat(20))) + TAIL),
                crc(HEAD + tlv("38", Samples.beneficiary("970422", "🍜".repeat(19))) + TAIL),
                Samples.with38(tlv("00", "A000000727") + tlv("01", tlv("00", "970422") + tlv("01", "1"))),
                Samples.with38(tlv("00", "A000000727") + tlv("01", tlv("00", "970422"))),
                Samples.with38(tlv("00", "A000000727") + tlv("01", tlv("01", "1"))),
                Samples.with38(tlv("00", "A000000727") + tlv("01", "bare")), Samples.with38(tlv("00", "A000000727")),
                Samples.with38(tlv("01", "bare")), Samples.with38(tlv("00", "LA00000001") + tlv("01", "bare")),
                Samples.with38(tlv("00", "LA00000001")), Samples.with38("xx"),
                Samples.with38(tlv("00", "A000000727") + tlv("01", tlv("00", "970422") + tlv("01", "1"))
                        + tlv("02", "QRIBFTTAXYZ")));
    }

    private static List<String> tips() {
        List<String> payloads = new ArrayList<>();
        for (String tip : List.of("", tlv("55", "01"), tlv("55", "02"), tlv("55", "03"), tlv("55", "04"))) {
            for (String fee : List.of("", tlv("56", "500"), tlv("56", "5.5"), tlv("57", "10"), tlv("57", "00.00"),
                    tlv("57", "5.125"), tlv("56", "500") + tlv("57", "5.25"))) {
                payloads.add(withObjects(tip + fee));
            }
        }
        return payloads;
    }

    /** Objects that are missing, moved or of another scheme. */
    private static List<String> structures() {
        List<String> payloads = new ArrayList<>(List.of(
                crc("010211" + "000201" + BENEFICIARY + TAIL), crc(BENEFICIARY + TAIL + HEAD),
                crc("000201" + TAIL + tlv("70", "ignored") + BENEFICIARY + "010211"),
                crc(HEAD + BENEFICIARY + TAIL).replace("5802VN6304", "6304") + "5802VN",
                crc("000201010211" + tlv("26", tlv("00", "A000000775") + tlv("01", "0100109106")) + TAIL),
                crc("000201" + tlv("02", "4000123412341234") + TAIL), crc("000201" + tlv("51", "bare") + TAIL),
                crc("000201" + "010211" + "010212" + BENEFICIARY + TAIL), crc(HEAD + "0A02xx"), crc(HEAD + "5800"),
                crc(HEAD + "5299abc"), crc(HEAD + "520"), "6304FFFF", crc(""), crc("\uD83C"), "éé6304" + "0000"));
        for (String missing : List.of("000201", "010211", BENEFICIARY, "5303704", "5802VN")) {
            payloads.add(crc((HEAD + BENEFICIARY + TAIL).replace(missing, "")));
        }
        for (int id = 0; id < 100; id++) {
            payloads.add(withObjects(tlv("%02d".formatted(id), "5")));
            payloads.add(withObjects(tlv("%02d".formatted(id), tlv("00", Samples.GUID) + tlv("01", "x"))));
        }
        return payloads;
    }

    /** Each character of a genuine code replaced, with the checksum left and repaired. */
    private static List<String> oneCharacter(Random random) {
        int[] replacements = REPLACEMENTS.codePoints().toArray();
        return IntStream.range(0, SIGNED.length())
                .mapToObj(position -> new StringBuilder(SIGNED)
                        .replace(position, position + 1,
                                Character.toString(replacements[random.nextInt(replacements.length)]))
                        .toString())
                .flatMap(changed -> Stream.of(changed, repairCrc(changed)))
                .toList();
    }

    /** Pieces cut out, doubled or exchanged, with a checksum that fits. */
    private static List<String> garbled(Random random) {
        return random.ints(300, 0, 3).mapToObj(kind -> {
            int from = random.nextInt(SIGNED.length() - 8);
            int to = Math.min(SIGNED.length() - 8, from + 1 + random.nextInt(40));
            String piece = SIGNED.substring(from, to);
            String text = SIGNED.substring(0, SIGNED.length() - 8);
            return crc(switch (kind) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + piece + text.substring(to);
                default -> text.substring(0, from) + new StringBuilder(piece).reverse() + text.substring(to);
            });
        }).toList();
    }

    /** How many digits each number of ISO 4217 allows behind the point; most numbers are no currency. */
    private static List<String> currencies() {
        List<String> payloads = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            for (String amount : List.of("1.", "1.5", "1.55", "1.555", "1.5555", "1.55555")) {
                payloads.add(crc(HEAD + BENEFICIARY + "5303%03d".formatted(number) + tlv("54", amount) + "5802VN"));
            }
        }
        return payloads;
    }

    private static List<Case> keyStates() {
        Instant now = Samples.WITHIN;
        Instant issued = Samples.ISSUED_AT;
        QrPublicKey key = Samples.RFC_KEY.publicKey();
        Stream<KeyList> lists = Stream.of(
                Samples.list(), Samples.list(OTHER), Samples.list(Samples.trusted(Samples.RFC_KEY, KeyStatus.RETIRED)),
                Samples.list(Samples.trusted(Samples.RFC_KEY, KeyStatus.COMPROMISED)),
                Samples.list(new TrustedKey(key, issued, issued, KeyStatus.RETIRED)),
                Samples.list(new TrustedKey(key, issued.plusSeconds(1), null, KeyStatus.RETIRED)),
                Samples.list(new TrustedKey(key, null, issued.minusSeconds(1), KeyStatus.RETIRED)),
                Samples.list(new TrustedKey(key, null, null, KeyStatus.ACTIVE)),
                new KeyList(List.of(ACTIVE), now, now, Set.of()),
                new KeyList(List.of(ACTIVE), now, now.minusSeconds(1), Set.of()),
                new KeyList(List.of(ACTIVE), now.minusSeconds(86_400), null, Set.of()),
                new KeyList(List.of(ACTIVE), now.minusSeconds(86_401), null, Set.of()),
                new KeyList(List.of(ACTIVE), null, null, Set.of()),
                new KeyList(List.of(ACTIVE), now, now.plusSeconds(9), Set.of(Samples.SERIAL, "0000000000000")),
                new KeyList(List.of(ACTIVE), now, now.minusSeconds(9), Set.of(Samples.SERIAL)),
                new KeyList(List.of(ACTIVE), now, now.minusSeconds(9), Set.of("0000000000000")));
        Stream<String> byHand = Stream.of(
                LIST.replace("\"active\"", "\"suspended\""), LIST.replace("\"OKP\"", "\"EC\""),
                LIST.replace("\"Ed25519\"", "\"X25519\""), LIST.replace("\"sig\"", "\"enc\""),
                LIST.replace("\"status\"", "\"state\""), LIST.replace("\"x\":\"1", "\"x\":\""),
                LIST.replaceAll("\"kid\":\"[^\"]*\"", "\"kid\":\"If4x36FV\""),
                LIST.replaceAll("\"(signFrom|nextUpdate)\":\"[^\"]*\"", "\"$1\":1780000000"));
        return Stream.concat(lists.map(Jwks::write), byHand).map(json -> new Case(SIGNED, json, now)).toList();
    }

    private static List<Case> times() {
        return Stream.of(-301L, -300L, 0L, 31_536_000L, 31_536_001L)
                .map(seconds -> Samples.ISSUED_AT.plusSeconds(seconds))
                .map(now -> new Case(SIGNED,
                        Jwks.write(new KeyList(List.of(ACTIVE), now, now.plusSeconds(60), Set.of())), now))
                .toList();
    }

    /** A text up to the first half with a true signature behind it, whatever the text says. */
    private static String signByHand(String signedText, QrPrivateKey key) {
        String signature = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(key.sign(SignatureLayout.signedBytes(signedText)));
        return crc(signedText + tlv("86", tlv("00", Samples.GUID) + tlv("01", signature.substring(0, 43)))
                + tlv("87", tlv("00", Samples.GUID) + tlv("01", signature.substring(43))));
    }
}
