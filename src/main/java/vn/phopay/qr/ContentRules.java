package vn.phopay.qr;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules on the objects of a payload that was taken apart without fault: presence, order, formats, lengths. */
final class ContentRules {
    private static final int LENGTH_RECOMMENDED_MAX = 512;
    private static final List<String> MANDATORY_IN_EMVCO = List.of("00", "53", "58");
    private static final List<String> MANDATORY_IN_VIETQR = List.of("01", "38");
    private static final int FIRST_UNICODE_ROOT = 65;

    private final QrStructure payload;
    private final Findings findings = new Findings();
    private final boolean otherScheme;

    private ContentRules(QrStructure payload) {
        this.payload = payload;
        this.otherScheme = payload.isOtherScheme();
    }

    static Findings check(QrStructure payload) {
        ContentRules rules = new ContentRules(payload);
        rules.checkPresence();
        rules.checkOrder();
        rules.checkRootFormats();
        rules.checkOverlong();
        rules.checkText();
        AmountRules.check(payload, rules.findings);
        AdditionalDataRules.check(payload, rules.findings);
        if (!rules.otherScheme) {
            NapasRules.check(payload, rules.findings);
        }
        return rules.findings;
    }

    private void checkPresence() {
        DataObject crc = payload.find("63");
        int end = crc == null ? payload.text().length() : crc.start();
        for (String id : MANDATORY_IN_EMVCO) {
            requirePresent(id, end);
        }
        if (!otherScheme) {
            MANDATORY_IN_VIETQR.forEach(id -> requirePresent(id, end));
        }
        requirePresent("63", end);
    }

    private void requirePresent(String id, int end) {
        if (payload.find(id) == null) {
            findings.fault(QrFault.Code.MISSING_OBJECT, end, "mandatory object " + id + " is missing");
        }
    }

    private void checkOrder() {
        DataObject format = payload.find("00");
        if (format != null && format.start() != 0) {
            findings.fault(QrFault.Code.BAD_ORDER, format.start(), "object 00 is not the first");
        }
        DataObject crc = payload.find("63");
        if (crc != null && crc.end() != payload.text().length()) {
            findings.fault(QrFault.Code.BAD_ORDER, crc.start(), "object 63 is not the last");
        }
    }

    private void checkRootFormats() {
        require("00", "01", "the payload format is always 01");
        require("01", "1[12]", "the initiation is 11 or 12");
        require("52", "[0-9]{4}", "a category code is four digits");
        require("53", "[0-9]{3}", "a currency is three digits");
        require("58", "[A-Za-z]{2}", "a country is two letters");
        require("63", "(?s).{4}", "a checksum is four hex digits");
        if (otherScheme) {
            return;
        }
        warnUnless("53", "704", QrWarning.Code.FOREIGN_CURRENCY, "the currency of VietQR is 704 (VND)");
        warnUnless("58", "VN", QrWarning.Code.FOREIGN_COUNTRY, "the country of VietQR is VN");
    }

    private void require(String path, String pattern, String rule) {
        DataObject object = payload.find(path);
        if (object != null && !object.value().matches(pattern)) {
            findings.badFormat(object, "object " + path + ": " + rule);
        }
    }

    private void warnUnless(String path, String expected, QrWarning.Code code, String rule) {
        DataObject object = payload.find(path);
        if (object != null && !object.value().equals(expected)) {
            findings.warn(code, object.valueStart(), rule);
        }
    }

    private void checkOverlong() {
        warnOverlong(payload.find("59"), 25, "object 59");
        warnOverlong(payload.find("60"), 15, "object 60");
        warnOverlong(payload.find("61"), 10, "object 61");
        if (payload.text().length() > LENGTH_RECOMMENDED_MAX) {
            findings.warn(QrWarning.Code.LONG_PAYLOAD, LENGTH_RECOMMENDED_MAX,
                "the payload has " + payload.text().length() + " characters, at most 512 are recommended");
        }
        checkLanguageTemplate();
    }

    private void checkLanguageTemplate() {
        DataObject template = payload.find("64");
        if (template == null) {
            return;
        }
        DataObject language = payload.find("64.00");
        if (language == null || language.length() != 2 || payload.find("64.01") == null) {
            findings.warn(QrWarning.Code.BAD_LANGUAGE, template.valueStart(),
                "template 64 needs a two-letter language 00 and a name 01");
        }
        warnOverlong(payload.find("64.01"), 25, "object 64.01");
        warnOverlong(payload.find("64.02"), 15, "object 64.02");
    }

    private void warnOverlong(@Nullable DataObject object, int lengthMax, String name) {
        if (object != null && object.length() > lengthMax) {
            findings.warn(QrWarning.Code.OVERLONG, object.valueStart() + lengthMax,
                name + " has " + object.length() + " characters, at most " + lengthMax + " are allowed");
        }
    }

    private void checkText() {
        for (DataObject object : payload.roots()) {
            boolean unicodeAllowed = object.number() == 64 || object.number() >= FIRST_UNICODE_ROOT;
            int index = unicodeAllowed ? -1 : payload.text().firstNonAns(object.valueStart(), object.end());
            if (index >= 0) {
                findings.warn(QrWarning.Code.NON_ANS, index,
                    "object " + object.id() + " holds a character that is not ans");
            }
            if (!Normalizer.isNormalized(object.value(), Normalizer.Form.NFC)) {
                findings.warn(QrWarning.Code.NOT_NFC, object.valueStart(),
                    "object " + object.id() + " is not NFC text");
            }
        }
        DataObject crc = payload.find("63");
        if (crc != null && crc.value().matches(".*[a-f].*")) {
            findings.warn(QrWarning.Code.LOWER_CASE_CRC, crc.valueStart(), "the checksum is printed in lower case");
        }
    }
}
