package vn.phopay.qr;

import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/** Signs payloads with the active key, so that anyone holding the key list can check offline who issued a code. */
public final class QrSigner {
    private final String guid;
    private final Supplier<SigningKey> activeKey;

    /**
     * Signs under one GUID.
     *
     * @param guid reverse domain name owned by the operator, at most 24 characters
     * @param activeKey asked at every signature, so that rotation needs no restart
     */
    public QrSigner(String guid, Supplier<SigningKey> activeKey) {
        this.guid = SignatureLayout.requireGuid(guid);
        this.activeKey = activeKey;
    }

    /**
     * Signs one payload; gives up its postal code where 512 characters would be exceeded.
     *
     * @throws QrInputException when the life is longer than allowed (400 days static, 24 hours dynamic) or the text
     *     stays too long
     * @throws QrKeyException when the active key may not sign at the time of issue
     */
    public SignedQr sign(QrPayload payload, SigningTerms terms) {
        Duration lifeMax = payload.isDynamic() ? SigningTerms.DYNAMIC_LIFE_MAX : SigningTerms.STATIC_LIFE_MAX;
        terms.requireLifeWithin(lifeMax);
        SigningKey key = activeKey.get();
        if (!key.trusted().maySignAt(terms.issuedAt())) {
            throw new QrKeyException("key " + key.trusted().id() + " may not sign at " + terms.issuedAt());
        }
        String text = signedText(payload.body(), key, terms);
        if (text.length() > SignatureLayout.PAYLOAD_LENGTH_MAX) {
            text = signedText(payload.withoutPostalCode().body(), key, terms);
        }
        if (text.length() > SignatureLayout.PAYLOAD_LENGTH_MAX) {
            throw new QrInputException("payload: " + text.length() + " characters signed, at most 512 fit");
        }
        return new SignedQr(text, key.trusted().id(), terms);
    }

    private String signedText(String body, SigningKey key, SigningTerms terms) {
        String meta = new TlvWriter()
            .add("00", guid)
            .add("01", SignatureLayout.SCHEME)
            .add("02", key.trusted().id())
            .add("03", Long.toString(terms.issuedAt().getEpochSecond()))
            .add("04", Long.toString(terms.expiresAt().getEpochSecond()))
            .add("05", terms.serial())
            .toString();
        String signed = body + new TlvWriter().add(SignatureLayout.META_ID, meta);
        byte[] signature = key.privateKey().sign(SignatureLayout.signedBytes(signed));
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        TlvWriter halves = new TlvWriter()
            .add(SignatureLayout.FIRST_HALF_ID, half(base64.substring(0, SignatureLayout.HALF_LENGTH)))
            .add(SignatureLayout.LAST_HALF_ID, half(base64.substring(SignatureLayout.HALF_LENGTH)));
        return QrPayload.withCrc(signed + halves);
    }

    private String half(String characters) {
        return new TlvWriter().add("00", guid).add("01", characters).toString();
    }
}
