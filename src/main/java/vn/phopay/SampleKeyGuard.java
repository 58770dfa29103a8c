package vn.phopay;

import vn.phopay.config.ConfigException;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.qr.SampleKeys;

/** Refuses to serve with a published sample key: anyone could sign codes that we would call genuine. */
final class SampleKeyGuard {
    private SampleKeyGuard() {}

    /** @throws ConfigException where any key of {@code ring} is a sample */
    static void check(QrKeyRing ring) {
        ring.keys().stream()
                .filter(key -> SampleKeys.isSample(key.key().raw()))
                .findFirst()
                .ifPresent(key -> {
                    throw new ConfigException("PHOPAY_QR_KEY_DIR",
                            "holds the published sample key " + key.id() + "; it is for --demo only");
                });
    }
}
