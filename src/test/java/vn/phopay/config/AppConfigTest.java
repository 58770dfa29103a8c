package vn.phopay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every setting at both ends of its limits, and what a wrong one says. */
class AppConfigTest {
    private static final String EXPIRY = "PHOPAY_REQUEST_EXPIRY_SECONDS_";
    /** Settings whose ends are only reachable together with another one's. */
    private static final Map<String, Map<String, String>> COMPANIONS = Map.of(
            "PHOPAY_CALLBACK_QUEUE_ROWS_MAX", Map.of("PHOPAY_CALLBACK_TRANSACTIONS_MAX", "1"),
            "PHOPAY_WEBHOOK_TIMEOUT_MS", Map.of("PHOPAY_WEBHOOK_LEASE_MS", "600000"),
            "PHOPAY_WEBHOOK_LEASE_MS", Map.of("PHOPAY_WEBHOOK_TIMEOUT_MS", "100"),
            "PHOPAY_WEBHOOK_RETRY_MS_MAX", Map.of("PHOPAY_WEBHOOK_RETRY_MS_MIN", "10"),
            EXPIRY + "MIN", Map.of(EXPIRY + "MAX", "2592000", EXPIRY + "DEFAULT", "2592000"),
            EXPIRY + "MAX", Map.of(EXPIRY + "MIN", "1", EXPIRY + "DEFAULT", "1"),
            EXPIRY + "DEFAULT", Map.of(EXPIRY + "MIN", "1", EXPIRY + "MAX", "2592000"));

    static Stream<Setting> numbers() {
        return Settings.all().filter(setting -> setting.type() == Setting.Type.NUMBER);
    }

    @Test
    void loadShouldGiveTheDefaultsWhenNothingIsSet() {
        AppConfig config = AppConfig.load(Map.of("PATH", "/bin", "phopay_x", "1"), null);

        assertEquals("http://127.0.0.1:8080", config.http().publicUrl().toString());
        assertEquals(Runtime.getRuntime().availableProcessors(), config.http().eventLoops());
        assertEquals(Path.of(".phopay").toAbsolutePath(), config.data().dir());
        assertEquals(Path.of(".phopay/qr-keys").toAbsolutePath(), config.qr().keyDir());
        assertNull(config.database().url());
        assertNull(config.access().admin());
        assertEquals(new CallbackConfig(Duration.ofMinutes(5), 1000, 50_000, 64L << 20, 512, Duration.ZERO,
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(1), 100, false), config.callback());
        assertEquals(new PaymentConfig(Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofMinutes(1),
                Duration.ofDays(1), Duration.ofMinutes(15), Duration.ofDays(1), 8, Duration.ofSeconds(5)),
                config.payment());
        assertEquals(new AdoptionConfig(Duration.ofSeconds(1), 5, Duration.ofSeconds(1), 1_100), config.adoption());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void loadShouldAcceptANumberWhenItIsJustInsideItsLimits(Setting setting) {
        for (long inside : List.of(setting.min(), setting.max())) {
            AppConfig config = load(setting, Long.toString(inside));

            assertEquals(inside, config.values().number(setting));
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void loadShouldRefuseANumberWhenItIsJustOutsideItsLimits(Setting setting) {
        String below = Long.toString(setting.min() - 1);
        String above = Long.toString(setting.max() + 1);
        for (String outside : List.of(below, above, "1.5", "x", " 1", "1e3", "99999999999999999999")) {
            ConfigException fault = assertThrows(ConfigException.class, () -> load(setting, outside), outside);

            assertEquals(setting.name(), fault.setting());
            assertTrue(message(fault).contains(setting.expectation()), message(fault));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PHOPAY_QR_GUID, vn.example.hnqr-24-chars, vn.example.hnqr-25-charss",
        "PHOPAY_QR_GUID, a.b, ab",
        "PHOPAY_QR_GUID, vn.example, VN.example",
        "PHOPAY_QR_GUID, vn.example, vn..example",
        "PHOPAY_EMBEDDED_RUN_AS, setpriv, sudo",
        "PHOPAY_PUBLIC_URL, https://pho.example/, pho.example",
        "PHOPAY_PUBLIC_URL, https://pho.example:8443/x, ftp://pho.example",
        "PHOPAY_PUBLIC_URL, http://[::1]:80, http://user:secret@pho.example",
        "PHOPAY_PUBLIC_URL, http://h, http://h/?a=b",
        "PHOPAY_HTTP_HOST, ::1, '  '",
        "PHOPAY_DATABASE_URL, postgresql://u@h/d, mysql://u@h/d",
        "PHOPAY_DATA_DIR, x, ''",
    })
    void loadShouldTellRightFromWrongWhenAValueIsText(String name, String right, String wrong) {
        assertNotNull(AppConfig.load(Map.of(name, right), null));
        assertRefused(name, Map.of(name, wrong));
    }

    @Test
    void loadShouldRefuseWhenASettingIsUnknown() {
        assertRefused("PHOPAY_HTTP_PROT", Map.of("PHOPAY_HTTP_PROT", "80"));
    }

    @Test
    void loadShouldPreferTheEnvironmentWhenTheFileNamesItToo(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(
                dir.resolve("p.properties"), "PHOPAY_HTTP_PORT=1\nPHOPAY_DATABASE_POOL_SIZE = 7\n");

        AppConfig config = AppConfig.load(Map.of("PHOPAY_HTTP_PORT", "2"), file);

        assertEquals(2, config.http().port());
        assertEquals(7, config.database().poolSize());
    }

    @Test
    void loadShouldRefuseWhenTheFileHasAForeignNameOrIsMissing(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("p.properties"), "http.port=1\n");

        assertEquals("http.port",
                assertThrows(ConfigException.class, () -> AppConfig.load(Map.of(), file)).setting());
        assertThrows(ConfigException.class, () -> AppConfig.load(Map.of(), dir.resolve("none")));
    }

    @Test
    void loadShouldRefuseWhenLimitsContradictEachOther() {
        assertRefused(EXPIRY + "MIN", Map.of(EXPIRY + "MIN", "86401"));
        assertRefused(EXPIRY + "DEFAULT", Map.of(EXPIRY + "DEFAULT", "59"));
        assertRefused(EXPIRY + "DEFAULT", Map.of(EXPIRY + "DEFAULT", "86401"));
        assertRefused("PHOPAY_CALLBACK_QUEUE_ROWS_MAX", Map.of("PHOPAY_CALLBACK_QUEUE_ROWS_MAX", "999"));
    }

    @Test
    void loadShouldRefuseWhenTheAdministratorIsHalfNamed() {
        assertRefused("PHOPAY_ADMIN_PASSWORD", Map.of("PHOPAY_ADMIN_LOGIN", "ha"));
        assertRefused("PHOPAY_ADMIN_LOGIN", Map.of("PHOPAY_ADMIN_PASSWORD", "12345678"));
        assertRefused("PHOPAY_ADMIN_PASSWORD",
                Map.of("PHOPAY_ADMIN_LOGIN", "ha", "PHOPAY_ADMIN_PASSWORD", "1234567"));
        assertNotNull(AppConfig.load(Map.of("PHOPAY_ADMIN_LOGIN", "ha", "PHOPAY_ADMIN_PASSWORD", "12345678"), null)
                .access().admin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://u:s3cr3t-word@h/d?sslmode=none", "postgresql://u:s3cr3t-word@h:0/d",
            "x://u:s3cr3t-word@h/d"})
    void loadShouldNeverRepeatTheSecretWhenTheUrlIsWrong(String url) {
        ConfigException fault =
                assertThrows(ConfigException.class, () -> AppConfig.load(Map.of("PHOPAY_DATABASE_URL", url), null));

        assertFalse(message(fault).contains("s3cr3t-word"), message(fault));
    }

    @Test
    void withBoundPortShouldMoveThePublicUrlOnlyWhenItWasDerived() {
        HttpConfig derived = AppConfig.load(Map.of("PHOPAY_HTTP_PORT", "0"), null).http();
        HttpConfig given = AppConfig.load(
                Map.of("PHOPAY_HTTP_PORT", "0", "PHOPAY_PUBLIC_URL", "https://pho.example"), null).http();

        assertEquals("http://127.0.0.1:4242", derived.withBoundPort(4242).publicUrl().toString());
        assertEquals("https://pho.example", given.withBoundPort(4242).publicUrl().toString());
    }

    private static AppConfig load(Setting setting, String text) {
        Map<String, String> environment = new HashMap<>(COMPANIONS.getOrDefault(setting.name(), Map.of()));
        environment.put(setting.name(), text);
        return AppConfig.load(environment, null);
    }

    private static void assertRefused(String name, Map<String, String> environment) {
        assertEquals(name,
                assertThrows(ConfigException.class, () -> AppConfig.load(environment, null)).setting());
    }

    private static String message(Throwable fault) {
        return String.valueOf(fault.getMessage());
    }
}
