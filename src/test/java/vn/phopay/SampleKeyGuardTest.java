package vn.phopay;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.config.ConfigException;
import vn.phopay.qr.QrKeyRing;

class SampleKeyGuardTest {
    private static final Path SAMPLE = Path.of("keys-sample", "qr", "qr-SBOZgNnD.pem");

    @TempDir
    Path directory;

    @Test
    void checkShouldRefuseThePublishedSampleKey() throws IOException {
        Files.copy(SAMPLE, directory.resolve(SAMPLE.getFileName()));
        QrKeyRing ring = open();
        assertEquals("SBOZgNnD", ring.signingKey().trusted().id());
        ConfigException refused = assertThrows(ConfigException.class, () -> SampleKeyGuard.check(ring));
        assertEquals("PHOPAY_QR_KEY_DIR", refused.setting());
    }

    @Test
    void checkShouldTakeAKeyMadeAtFirstStart() {
        assertDoesNotThrow(() -> SampleKeyGuard.check(open()));
    }

    private QrKeyRing open() {
        return QrKeyRing.open(directory, Clock.systemUTC(), new SecureRandom());
    }
}
