package vn.phopay.qr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three signature templates as found in a payload, or why there are none to use. */
sealed interface SignatureBlock {
    /** No template carries our GUID. */
    record None() implements SignatureBlock {
    }

    /** Templates with our GUID are there, but not as three in the right form and place. */
    record Misplaced(String detail) implements SignatureBlock {
    }

    /**
     * All there.
     *
     * @param scheme scheme name as printed
     * @param claims key id, times and serial as printed
     * @param signedLength how many characters of the payload are signed
     * @param signature the 64 bytes, or null where the two halves are no canonical base64url
     */
    record Found(String scheme, SignatureClaims claims, int signedLength, byte @Nullable [] signature)
        implements SignatureBlock {
    }

    int TEMPLATES = 3;
    int FIRST_UNRESERVED = 80;
    List<String> META_MEMBERS = List.of("01", "02", "03", "04", "05");

    static SignatureBlock find(QrStructure payload, String guid) {
        List<DataObject> roots = payload.roots();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < roots.size(); place++) {
            if (carriesGuid(payload, roots.get(place), guid)) {
                places.add(place);
            }
        }
        if (places.isEmpty()) {
            return new None();
        }
        int first = roots.size() - 1 - TEMPLATES;
        if (!places.equals(List.of(first, first + 1, first + 2))) {
            return new Misplaced("not exactly three signature templates right before the checksum");
        }
        return read(payload, roots.subList(first, first + TEMPLATES));
    }

    private static boolean carriesGuid(QrStructure payload, DataObject object, String guid) {
        if (object.number() < FIRST_UNRESERVED) {
            return false;
        }
        TlvReader.Sequence members = payload.members(object);
        DataObject found = members.find("00");
        return members.fault() == null && found != null && found.value().equals(guid);
    }

    private static SignatureBlock read(QrStructure payload, List<DataObject> templates) {
        TlvReader.Sequence meta = payload.members(templates.get(0));
        if (META_MEMBERS.stream().anyMatch(id -> meta.find(id) == null)) {
            return new Misplaced("the meta template misses a member");
        }
        Optional<String> firstHalf = half(payload.members(templates.get(1)));
        Optional<String> lastHalf = half(payload.members(templates.get(2)));
        if (firstHalf.isEmpty() || lastHalf.isEmpty()) {
            return new Misplaced("a half of the signature is not 43 characters");
        }
        SignatureClaims claims = new SignatureClaims(value(meta, "02"), value(meta, "05"),
            time(value(meta, "03")), time(value(meta, "04")));
        return new Found(value(meta, "01"), claims, templates.get(1).start(),
            canonicalBytes(firstHalf.get() + lastHalf.get()));
    }

    /** Members beside 00 and 01 are refused: the halves are not signed, anyone could hang something on them. */
    private static Optional<String> half(TlvReader.Sequence members) {
        DataObject half = members.find("01");
        if (half == null || half.length() != SignatureLayout.HALF_LENGTH || members.objects().size() != 2) {
            return Optional.empty();
        }
        return Optional.of(half.value());
    }

    private static String value(TlvReader.Sequence members, String id) {
        return Objects.requireNonNull(members.find(id)).value();
    }

    private static @Nullable Instant time(String digits) {
        return digits.matches("[0-9]{10}") ? Instant.ofEpochSecond(Long.parseLong(digits)) : null;
    }

    /**
     * Decodes and encodes again: the last character has two unused bits, and only zeros there are the one right form.
     */
    private static byte @Nullable [] canonicalBytes(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            boolean canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64);
            return canonical ? bytes : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
