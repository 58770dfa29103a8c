package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.phopay.qr.QrVerification.Result;

/** Every change of one character of a signed payload is caught, at every position. */
class SignedPayloadMutationTest {
    private static final String REPLACEMENTS = "0123456789AZaz -_=+.~é饭\uFF10";
    private static final int SIGNED_END = Samples.SIGNED.indexOf("8666");
    private static final QrVerifier VERIFIER = new QrVerifier(Samples.GUID,
        () -> Samples.list(Samples.trusted(Samples.RFC_KEY, KeyStatus.ACTIVE)));

    @Test
    void verifyShouldNotBeValidWhenAnyCharacterIsReplaced() {
        for (int position = 0; position < Samples.SIGNED.length(); position++) {
            for (int replacement : REPLACEMENTS.codePoints().toArray()) {
                String changed = replace(position, replacement);
                boolean caseOfCrcDigit = position >= Samples.SIGNED.length() - 4
                    && changed.equalsIgnoreCase(Samples.SIGNED);
                if (!changed.equals(Samples.SIGNED) && !caseOfCrcDigit) {
                    assertFalse(result(changed).isValid(), changed);
                }
            }
        }
    }

    @Test
    void verifyShouldNotBeValidWhenAnyBitIsFlipped() {
        for (int position = 0; position < Samples.SIGNED.length(); position++) {
            for (int bit = 0; bit < 7; bit++) {
                String changed = replace(position, Samples.SIGNED.charAt(position) ^ 1 << bit);
                boolean lowerCaseCrc = position >= Samples.SIGNED.length() - 4
                    && changed.equalsIgnoreCase(Samples.SIGNED);
                assertEquals(lowerCaseCrc, result(changed).isValid(), changed);
            }
        }
    }

    @Test
    void verifyShouldBeBadCrcWhenACharacterBeforeTheHalvesIsReplaced() {
        for (int position = 0; position < SIGNED_END; position++) {
            char replacement = Samples.SIGNED.charAt(position) == '7' ? '8' : '7';
            assertEquals(Result.BAD_CRC, result(replace(position, replacement)).result());
        }
    }

    /**
     * What the first failing check finds depends on the place: a length breaks the structure, a value the signature.
     */
    @Test
    void verifyShouldNotBeValidWhenCrcIsRepairedAfterwards() {
        Set<Result> caught = EnumSet.noneOf(Result.class);
        int badSignatures = 0;
        for (int position = 0; position < SIGNED_END; position++) {
            for (int replacement : REPLACEMENTS.codePoints().toArray()) {
                String changed = Samples.repairCrc(replace(position, replacement));
                if (!changed.equals(Samples.SIGNED)) {
                    Result result = result(changed).result();
                    caught.add(result);
                    badSignatures += result == Result.BAD_SIGNATURE ? 1 : 0;
                    assertFalse(result == Result.VALID || result == Result.VALID_STALE_LIST, changed);
                }
            }
        }
        assertEquals(EnumSet.of(Result.BAD_TLV, Result.BAD_LAYOUT, Result.UNSUPPORTED_SCHEME, Result.UNKNOWN_KEY,
            Result.BAD_SIGNATURE), caught);
        assertTrue(badSignatures > 3000, "only " + badSignatures);
    }

    @Test
    void verifyShouldBeBadSignatureWhenAValueChangesAndCrcIsRepaired() {
        QrStructure structure = QrStructure.read(Samples.SIGNED);
        for (String path : new String[] {"38.01.00", "38.01.01", "38.02", "52", "53", "58", "59", "60", "62.03",
            "62.08",
            "85.03", "85.04", "85.05"}) {
            DataObject object = Objects.requireNonNull(structure.find(path), path);
            for (int position = object.valueStart(); position < object.end(); position++) {
                char replacement = Samples.SIGNED.charAt(position) == 'Z' ? 'Y' : 'Z';
                assertEquals(Result.BAD_SIGNATURE, result(Samples.repairCrc(replace(position, replacement))).result(),
                    path);
            }
        }
    }

    private static String replace(int position, int codePoint) {
        return Samples.SIGNED.substring(0, position) + Character.toString(codePoint)
            + Samples.SIGNED.substring(position + 1);
    }

    private static QrVerification result(String payload) {
        return VERIFIER.verify(payload, Samples.WITHIN);
    }
}
