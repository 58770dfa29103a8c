package vn.phopay.qr;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the parts of a VietQR. Texts for people (name, city, memo, labels) may be Vietnamese: they are folded to
 * ASCII and cut to their field. Parts that are identities (BIN, account, reference) are taken exactly or refused with
 * {@link QrInputException}.
 */
public final class QrPayloadBuilder {
    /** The largest amount that fits the 13 characters of object 54, in đồng. */
    public static final long AMOUNT_VND_MAX = 9_999_999_999_999L;
    private static final int LABEL_LENGTH_MAX = 25;
    private static final String PRINTABLE_ASCII = "[\\x20-\\x7E]";

    private final Map<String, String> idToValue = new HashMap<>();
    private final TreeMap<String, String> idToAdditional = new TreeMap<>();
    private final String bin;
    private final String account;
    private QrService service = QrService.QRIBFTTA;
    private boolean dynamic;

    QrPayloadBuilder(String bin, String account) {
        this.bin = require("bin", bin, "[0-9]{6}", "six digits");
        this.account = require("account", account, PRINTABLE_ASCII + "{1,19}", "1 to 19 printable ASCII characters");
    }

    /** To an account (the default) or to a card. */
    public QrPayloadBuilder service(QrService value) {
        service = value;
        return this;
    }

    /** Fixes the amount, 1 to {@link #AMOUNT_VND_MAX} đồng, and makes the code one for a single payment. */
    public QrPayloadBuilder amountVnd(long amountVnd) {
        if (amountVnd < 1 || amountVnd > AMOUNT_VND_MAX) {
            throw new QrInputException("amount: 1 to " + AMOUNT_VND_MAX + " đồng");
        }
        idToValue.put("54", Long.toString(amountVnd));
        dynamic = true;
        return this;
    }

    /** Merchant category code, ISO 18245. */
    public QrPayloadBuilder categoryCode(String fourDigits) {
        idToValue.put("52", require("mcc", fourDigits, "[0-9]{4}", "four digits"));
        return this;
    }

    /** Merchant name, folded, at most 25 characters. */
    public QrPayloadBuilder merchantName(String name) {
        idToValue.put("59", AsciiFolding.fold(name, 25));
        return this;
    }

    /** City, folded, at most 15 characters. */
    public QrPayloadBuilder city(String city) {
        idToValue.put("60", AsciiFolding.fold(city, 15));
        return this;
    }

    /** Postal code, folded, at most 10 characters. */
    public QrPayloadBuilder postalCode(String postalCode) {
        idToValue.put("61", AsciiFolding.fold(postalCode, 10));
        return this;
    }

    /** Bill number (62.01), exactly. */
    public QrPayloadBuilder billNumber(String billNumber) {
        return identity("01", "billNumber", billNumber);
    }

    /** Store label (62.03), folded. */
    public QrPayloadBuilder storeLabel(String label) {
        return label("03", AsciiFolding.fold(label, LABEL_LENGTH_MAX));
    }

    /** Reference label (62.05), exactly. */
    public QrPayloadBuilder reference(String reference) {
        return identity("05", "reference", reference);
    }

    /** Terminal label (62.07), folded. */
    public QrPayloadBuilder terminal(String terminal) {
        return label("07", AsciiFolding.fold(terminal, LABEL_LENGTH_MAX));
    }

    /** Memo of the transfer (62.08), folded to A-Z, 0-9 and space: the order code belongs at its beginning. */
    public QrPayloadBuilder memo(String memo) {
        return label("08", AsciiFolding.foldMemo(memo, LABEL_LENGTH_MAX));
    }

    /** The payload; refused when the additional data together exceed the 99 characters of template 62. */
    public QrPayload build() {
        String beneficiary = new TlvWriter().add("00", bin).add("01", account).toString();
        String merchantAccount = new TlvWriter().add("00", QrStructure.NAPAS_GUID).add("01", beneficiary)
            .add("02", service.name()).toString();
        TlvWriter additional = new TlvWriter();
        idToAdditional.forEach(additional::add);
        Map<String, String> all = new HashMap<>(idToValue);
        all.put("00", "01");
        all.put("01", dynamic ? "12" : "11");
        all.put("38", merchantAccount);
        all.put("53", AmountRules.VND);
        all.put("58", "VN");
        all.put("62", additional.toString());
        all.values().removeIf(String::isEmpty);
        QrPayload payload = new QrPayload(dynamic, all);
        payload.body();
        return payload;
    }

    private QrPayloadBuilder identity(String id, String name, String value) {
        return label(id, require(name, value, PRINTABLE_ASCII + "{1,25}", "1 to 25 printable ASCII characters"));
    }

    private QrPayloadBuilder label(String id, String value) {
        idToAdditional.put(id, value);
        return this;
    }

    private static String require(String name, String value, String pattern, String rule) {
        if (!value.matches(pattern)) {
            throw new QrInputException(name + ": " + rule);
        }
        return value;
    }
}
