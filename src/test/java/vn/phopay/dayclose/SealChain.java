package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.KeyStatus;
import vn.phopay.qr.QrPrivateKey;
import vn.phopay.qr.SigningKey;
import vn.phopay.qr.TrustedKey;

/** Signs chains of seals for tests, without a database. */
final class SealChain {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 20);
    private static final Instant SEALED_AT = Instant.parse("2026-11-25T01:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final SigningKey key = key(KeyStatus.ACTIVE, SEALED_AT.minusSeconds(60), SEALED_AT.plusSeconds(60));
    private final List<Seal> seals = new ArrayList<>();

    /** A key whose window is given. */
    SigningKey key(KeyStatus status, Instant from, Instant until) {
        QrPrivateKey privateKey = QrPrivateKey.generate(random);
        return new SigningKey(privateKey, new TrustedKey(privateKey.publicKey(), from, until, status));
    }

    /** The key that signs. */
    SigningKey key() {
        return key;
    }

    /** What verifiers know. */
    KeyList keyList(TrustedKey... keys) {
        return new KeyList(List.of(keys), null, null, Set.of());
    }

    /** A verifier that knows this chain's key and wants the whole chain. */
    VerifySeals verifier() {
        return new VerifySeals(keyList(key.trusted()), Optional.of(Seal.GENESIS));
    }

    /** Seals {@code days} days from the first. */
    List<Seal> seal(int days) {
        for (int i = 0; i < days; i++) {
            next(document(FIRST_DAY.plusDays(seals.size())));
        }
        return List.copyOf(seals);
    }

    /** Seals one document behind the last. */
    Seal next(JsonObject document) {
        Seal seal = new SignSeal(() -> key).sign(document);
        seals.add(seal);
        return seal;
    }

    /** The document of a day that follows the last seal. */
    JsonObject document(LocalDate day) {
        String previous = seals.isEmpty() ? Seal.GENESIS : seals.getLast().hash();
        DayPart regular = new DayPart(day, 2, "ab".repeat(32), Map.of(
                Measure.CALLBACK_CREDIT, new DayPart.Total(3, BigInteger.valueOf(150_000)),
                Measure.REFUND, new DayPart.Total(1, BigInteger.valueOf(50_000))));
        DayPart late = new DayPart(day.minusDays(1), 1, "cd".repeat(32), Map.of(
                Measure.RECOVERED_CREDIT, new DayPart.Total(1, BigInteger.TEN.pow(19))));
        return new SealDocument(day, new SealedDay.Place(previous, 0, 4_711), SEALED_AT, regular, List.of(late),
                new JsonObject().put("drift", new JsonObject().put("net", "0").put("absolute", "0")),
                new JsonObject().put("by", "stf_1").put("note", "Đã đối soát \"xong\"\n")).toJson();
    }
}
