package vn.phopay.qr;

import java.util.List;

/** The rules on the members of template 62 (additional data). */
final class AdditionalDataRules {
    private static final List<String> TEXT_MEMBERS =
        List.of("62.01", "62.02", "62.03", "62.04", "62.05", "62.06", "62.07", "62.08");
    private static final int TEXT_LENGTH_MAX = 25;

    private AdditionalDataRules() {
    }

    static void check(QrStructure payload, Findings findings) {
        for (String path : TEXT_MEMBERS) {
            DataObject member = payload.find(path);
            if (member != null && member.length() > TEXT_LENGTH_MAX) {
                findings.warn(QrWarning.Code.OVERLONG, member.valueStart() + TEXT_LENGTH_MAX,
                    "object " + path + " has " + member.length() + " characters, at most 25 are allowed");
            }
        }
        DataObject request = payload.find("62.09");
        if (request != null && !isSubsetOfAme(request.value())) {
            findings.badFormat(request, "object 62.09: a data request is some of A, M and E, none twice");
        }
    }

    private static boolean isSubsetOfAme(String value) {
        return value.matches("[AME]{1,3}") && value.chars().distinct().count() == value.length();
    }
}
