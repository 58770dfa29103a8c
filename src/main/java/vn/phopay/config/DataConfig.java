package vn.phopay.config;

import java.nio.file.Path;
import java.util.List;

/**
 * The directory for everything the service keeps on disk itself: embedded database, keys, exports.
 *
 * @param dir absolute path
 */
public record DataConfig(Path dir) {
    static final Setting DATA_DIR = Setting.of("PHOPAY_DATA_DIR", Setting.Type.PATH)
            .defaults("./.phopay")
            .means("Directory of the embedded database, keys and exports.");
    static final List<Setting> SETTINGS = List.of(DATA_DIR);

    static DataConfig from(SettingValues values) {
        return new DataConfig(values.path(DATA_DIR));
    }
}
