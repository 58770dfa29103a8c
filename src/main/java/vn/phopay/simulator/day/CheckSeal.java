package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.phopay.simulator.day.Outsider.Person;

/**
 * Verifies a seal with what an auditor has: the seal's line, the published keys, and the rules of the document. Written
 * apart from the service's own verifier.
 */
final class CheckSeal {
    private static final String BEFORE_DOCUMENT = "{\"document\":";
    private static final String AFTER_DOCUMENT = ",\"hash\":\"";
    private static final String HASH_DOMAIN = "phopay-seal-1\n";
    private static final String SIGNATURE_DOMAIN = "phopay-seal-signature-1\n";
    /** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
    private static final String KEY_PREFIX = "302a300506032b6570032100";

    private final Outsider outsider;
    private final Person staff;

    CheckSeal(Outsider outsider, Person staff) {
        this.outsider = outsider;
        this.staff = staff;
    }

    /** What is wrong with the seal of {@code day}; nothing where it holds and says {@code hash}. */
    List<String> faults(String day, String hash) {
        List<String> faults = new ArrayList<>();
        String line = outsider.text(staff, "/api/v1/days/seals.jsonl?from=" + day + "&to=" + day).strip();
        int end = line.indexOf(AFTER_DOCUMENT);
        if (!line.startsWith(BEFORE_DOCUMENT) || end < 0) {
            return List.of("there is no seal of " + day);
        }
        String document = line.substring(BEFORE_DOCUMENT.length(), end);
        JsonObject seal = new JsonObject(line);
        if (!hashOf(document).equals(seal.getString("hash")) || !seal.getString("hash").equals(hash)) {
            faults.add("the document does not have its hash");
        }
        if (!seal.getJsonObject("document").getString("businessDate", "").equals(day)) {
            faults.add("it is another day's");
        }
        if (!isSigned(seal, seal.getJsonObject("document").getString("keyId", ""))) {
            faults.add("no published key made its signature");
        }
        return faults;
    }

    private boolean isSigned(JsonObject seal, String keyId) {
        byte[] text = (SIGNATURE_DOMAIN + seal.getString("hash")).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = HexFormat.of().parseHex(seal.getString("signature", ""));
        return key(keyId).filter(key -> verifies(key, text, signature)).isPresent();
    }

    private Optional<PublicKey> key(String keyId) {
        return outsider.get(Person.ANYONE, "/.well-known/seal-keys.json").getJsonArray("keys").stream()
                .map(JsonObject.class::cast)
                .filter(key -> keyId.equals(key.getString("kid")))
                .map(key -> toKey(Base64.getUrlDecoder().decode(key.getString("x"))))
                .findFirst();
    }

    private static PublicKey toKey(byte[] raw) {
        try {
            byte[] der = HexFormat.of().parseHex(KEY_PREFIX + HexFormat.of().formatHex(raw));
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new DayFailedException("the key list holds a key that is no Ed25519 key", e);
        }
    }

    private static boolean verifies(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static String hashOf(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((HASH_DOMAIN + document).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
