package vn.phopay.tidy;

import java.util.ArrayList;
import java.util.List;
import vn.phopay.config.Setting;

/** What the table of settings must say of each one. */
public final class ConfigRules {
    /** No limit worth the name is above this: 100 years in milliseconds, 1 TiB in bytes, 1,000 characters. */
    private static final long LIMIT_MAX = 4_000_000_000_000L;

    private ConfigRules() {}

    /** Settings whose value is not bounded on both sides, or that do not say their unit and meaning. */
    public static List<String> withoutLimit(List<Setting> settings) {
        List<String> findings = new ArrayList<>();
        for (Setting setting : settings) {
            if (setting.min() > setting.max() || setting.min() < 0 || setting.max() > LIMIT_MAX) {
                findings.add(setting.name() + ": from " + setting.min() + " to " + setting.max() + " is no limit");
            }
            if (setting.unit().isBlank() || setting.meaning().isBlank()) {
                findings.add(setting.name() + ": has no unit or no meaning");
            }
        }
        return findings;
    }
}
