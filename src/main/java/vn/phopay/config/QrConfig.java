package vn.phopay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Signed codes.
 *
 * @param guid reverse domain that names our signature template inside the code, at most 24 characters
 * @param keyDir PKCS#8 PEM keys
 * @param staticLifetime how long a printed code is valid after it is signed
 * @param listValidity how long a published revocation list may be relied on
 */
public record QrConfig(String guid, Path keyDir, Duration staticLifetime, Duration listValidity) {
    static final Setting GUID = Setting.text("PHOPAY_QR_GUID", 24)
            .defaults("vn.example.hnqr")
            .means("Reverse domain that names the signature template in a code.");
    static final Setting KEY_DIR = Setting.of("PHOPAY_QR_KEY_DIR", Setting.Type.PATH)
            .defaultsFrom("qr-keys in the data directory",
                    v -> v.path(DataConfig.DATA_DIR).resolve("qr-keys").toString())
            .means("Directory of the signing keys; a first key is made at first start.");
    static final Setting STATIC_DAYS = Setting.number("PHOPAY_QR_STATIC_DAYS", "days", 1, 400)
            .defaults(365)
            .means("Lifetime of a printed code's signature.");
    static final Setting LIST_HOURS = Setting.number("PHOPAY_QR_LIST_HOURS", "hours", 1, 168)
            .defaults(24)
            .means("How long a published revocation list may be relied on.");
    static final List<Setting> SETTINGS = List.of(GUID, KEY_DIR, STATIC_DAYS, LIST_HOURS);

    private static final Pattern REVERSE_DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    static QrConfig from(SettingValues values) {
        String guid = values.text(GUID);
        if (!REVERSE_DOMAIN.matcher(guid).matches()) {
            throw new ConfigException(GUID.name(), "expected a reverse domain such as vn.example.hnqr, lower case");
        }
        return new QrConfig(guid, values.path(KEY_DIR), values.days(STATIC_DAYS), values.hours(LIST_HOURS));
    }
}
