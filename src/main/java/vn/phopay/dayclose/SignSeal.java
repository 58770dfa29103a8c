package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import vn.phopay.qr.SigningKey;

/** Seals a day's document: writes it in canonical form, with the id of the key that signs, hashes and signs it. */
public final class SignSeal {
    private final Supplier<SigningKey> signingKey;

    /** Signs with whatever key {@code signingKey} gives at that moment. */
    public SignSeal(Supplier<SigningKey> signingKey) {
        this.signingKey = signingKey;
    }

    /**
     * Adds {@code keyId} to a copy of {@code document} and seals it. The key stands inside what it signs, so that
     * nobody can say later that another one did.
     */
    public Seal sign(JsonObject document) {
        SigningKey key = signingKey.get();
        String text = CanonicalJson.write(document.copy().put(SealDocument.KEY_ID, key.trusted().id()));
        String hash = Seal.hashOf(text);
        return new Seal(text, hash, Seal.hex(key.privateKey().sign(Seal.signedBytes(hash))));
    }
}
