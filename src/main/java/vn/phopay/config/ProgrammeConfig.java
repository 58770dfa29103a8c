package vn.phopay.config;

import java.util.Arrays;
import java.util.List;

/**
 * The city's programme.
 *
 * @param plans the plans that targets can belong to
 */
public record ProgrammeConfig(List<Plan> plans) {
    static final Setting PLANS = Setting.text("PHOPAY_PROGRAMME_PLANS", 4_000)
            .defaults("nq18 :: Nghị quyết 18-NQ/TU :: Resolution 18-NQ/TU"
                    + " // kh57-2024 :: Kế hoạch 57 năm 2024 :: Plan 57 of 2024"
                    + " // kh259-2024 :: Kế hoạch 259 năm 2024 :: Plan 259 of 2024")
            .means("Plans of the city that targets can belong to: key :: name in Vietnamese :: in English; the next one"
                    + " after //. A key that targets use must stay.");
    static final List<Setting> SETTINGS = List.of(PLANS);
    private static final int PARTS = 3;
    private static final int PLANS_MAX = 30;

    /** Copies {@code plans}. */
    public ProgrammeConfig {
        plans = List.copyOf(plans);
    }

    /**
     * A plan of the city.
     *
     * @param key what targets keep
     * @param nameVi Vietnamese name
     * @param nameEn English name
     */
    public record Plan(String key, String nameVi, String nameEn) {}

    static ProgrammeConfig from(SettingValues values) {
        List<String> entries = Arrays.asList(values.text(PLANS).split("//", -1));
        if (entries.size() > PLANS_MAX) {
            throw malformed();
        }
        List<Plan> plans = entries.stream().map(ProgrammeConfig::plan).toList();
        if (plans.stream().map(Plan::key).distinct().count() < plans.size()) {
            throw malformed();
        }
        return new ProgrammeConfig(plans);
    }

    private static Plan plan(String text) {
        List<String> parts = Arrays.stream(text.split("::", -1)).map(String::strip).toList();
        if (parts.size() != PARTS || parts.stream().anyMatch(String::isEmpty)
                || !parts.getFirst().matches("[a-z0-9-]{1,60}")) {
            throw malformed();
        }
        return new Plan(parts.getFirst(), parts.get(1), parts.get(2));
    }

    private static ConfigException malformed() {
        return new ConfigException(PLANS.name(), "expected at most " + PLANS_MAX + " of key (a-z, 0-9 and -), each once"
                + " :: name in Vietnamese :: in English, parted by //");
    }
}
