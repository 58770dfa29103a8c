package vn.phopay.release;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.qr.SigningKey;

/** Signs a release's manifest when it is published: Ed25519 (RFC 8032), bare and as a JWS (RFC 7515, RFC 8037). */
public final class ReleaseSigner {
    /** The bare signature, 64 bytes, over the bytes of the manifest. */
    static final String SIGNATURE = "manifest.json.sig";
    /** The same manifest inside a compact JWS, whose head names the key. */
    static final String JWS = "manifest.json.jws";

    private final Supplier<SigningKey> key;

    /** Signs with whatever key {@code key} gives at that moment. */
    public ReleaseSigner(Supplier<SigningKey> key) {
        this.key = key;
    }

    /**
     * Two files, and the key that signed.
     *
     * @param keyId the key's id, as the published list has it
     * @param files the bare signature and the JWS
     */
    record Signed(String keyId, List<ReleaseFile> files) {}

    Signed sign(Buffer manifest) {
        SigningKey now = key.get();
        String keyId = now.trusted().id();
        Buffer bare = Buffer.buffer(now.privateKey().sign(manifest.getBytes()));
        String head = new JsonObject().put("alg", "EdDSA").put("kid", keyId).put("typ", "phopay-release+jws").encode();
        String input = base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(manifest.getBytes());
        String jws = input + "."
                + base64(now.privateKey().sign(input.getBytes(StandardCharsets.US_ASCII)));
        return new Signed(keyId, List.of(
                new ReleaseFile(SIGNATURE, "application/octet-stream", bare),
                ReleaseFile.text(JWS, "application/jose", jws)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
