package vn.phopay.payment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds reference codes in what banks make of a memo: wrapped by a blank inside the code, glued to other text, in lower
 * case, with dots or diacritics. Everything outside A-Z 0-9 is deleted first, so that wrapped codes close up; then at
 * every position where the prefix stands exactly one fixed length is taken and its check character tested. No word
 * borders, no greedy pattern, no fixed offset.
 */
public final class MemoScanner {
    private static final String LETTER_D_WITH_STROKE = "đĐ";

    private final int candidatesMax;

    /** A scanner that gives at most {@code candidatesMax} distinct codes a memo. */
    public MemoScanner(int candidatesMax) {
        this.candidatesMax = candidatesMax;
    }

    /**
     * The distinct well-formed codes of {@code memo}, in the order in which they stand; whether issued is not known
     * here.
     */
    public List<ReferenceCode> scan(String memo) {
        String letters = lettersAndDigits(memo);
        List<ReferenceCode> found = new ArrayList<>(1);
        int at = letters.indexOf(ReferenceCode.PREFIX);
        while (at >= 0 && at + ReferenceCode.LENGTH <= letters.length() && found.size() < candidatesMax) {
            ReferenceCode.parse(letters.substring(at, at + ReferenceCode.LENGTH))
                    .filter(code -> !found.contains(code))
                    .ifPresent(found::add);
            at = letters.indexOf(ReferenceCode.PREFIX, at + 1);
        }
        return found;
    }

    /** The codes of the reference that the sender gives apart from the memo; where there is none, those of the memo. */
    public List<ReferenceCode> scan(@Nullable String structuredReference, String memo) {
        List<ReferenceCode> structured = structuredReference == null ? List.of() : scan(structuredReference);
        return structured.isEmpty() ? scan(memo) : structured;
    }

    private static String lettersAndDigits(String memo) {
        String plain = isAscii(memo) ? memo : Normalizer.normalize(memo, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z') {
                kept.append((char) (c - 'a' + 'A'));
            } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                kept.append(c);
            } else if (LETTER_D_WITH_STROKE.indexOf(c) >= 0) {
                kept.append('D');
            }
        }
        return kept.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
