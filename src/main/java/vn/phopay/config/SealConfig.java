package vn.phopay.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Seals of closed days.
 *
 * @param keyDir PKCS#8 PEM keys that sign them
 */
public record SealConfig(Path keyDir) {
    static final Setting KEY_DIR = Setting.of("PHOPAY_SEAL_KEY_DIR", Setting.Type.PATH)
            .defaultsFrom("seal-keys in the data directory",
                    v -> v.path(DataConfig.DATA_DIR).resolve("seal-keys").toString())
            .means("Directory of the keys that sign closed days; shared by all instances; a first key is made.");
    static final List<Setting> SETTINGS = List.of(KEY_DIR);

    static SealConfig from(SettingValues values) {
        return new SealConfig(values.path(KEY_DIR));
    }
}
