package vn.phopay.qr;

import java.util.Set;

/** The NAPAS profile's rules on template 38: GUID, beneficiary, service. */
final class NapasRules {
    private static final Set<String> SERVICES_TO_EMIT = Set.of("QRIBFTTA", "QRIBFTTC");
    private static final Set<String> SERVICES_OF_SWITCH = Set.of("QRPUSH", "QRCASH");
    private static final int SERVICE_LENGTH_MAX = 10;
    private static final int ACCOUNT_LENGTH_MAX = 19;

    private final QrStructure payload;
    private final Findings findings;

    private NapasRules(QrStructure payload, Findings findings) {
        this.payload = payload;
        this.findings = findings;
    }

    static void check(QrStructure payload, Findings findings) {
        DataObject template = payload.find("38");
        if (template == null) {
            return;
        }
        NapasRules rules = new NapasRules(payload, findings);
        rules.requireMember(template, "38.00");
        rules.requireMember(template, QrStructure.BENEFICIARY_PATH);
        DataObject beneficiary = payload.find(QrStructure.BENEFICIARY_PATH);
        if (beneficiary != null && payload.hasNapasGuid()) {
            rules.requireMember(beneficiary, "38.01.00");
            rules.requireMember(beneficiary, "38.01.01");
            rules.checkBeneficiary();
            rules.checkService(template);
        }
    }

    private void requireMember(DataObject template, String path) {
        if (payload.find(path) == null) {
            findings.fault(QrFault.Code.MISSING_OBJECT, template.end(), "mandatory object " + path + " is missing");
        }
    }

    private void checkBeneficiary() {
        DataObject bin = payload.find("38.01.00");
        if (bin != null && !bin.value().matches("[0-9]{6}")) {
            findings.badFormat(bin, "object 38.01.00: a BIN is six digits");
        } else if (bin != null && BankTable.standard().find(bin.value()).isEmpty()) {
            findings.warn(QrWarning.Code.UNKNOWN_BIN, bin.valueStart(),
                "BIN " + bin.value() + " is not in the bank table");
        }
        DataObject account = payload.find("38.01.01");
        if (account != null && account.length() > ACCOUNT_LENGTH_MAX) {
            findings.badFormat(account, "object 38.01.01: an account has at most 19 characters");
        }
    }

    private void checkService(DataObject template) {
        DataObject service = payload.find("38.02");
        if (service == null) {
            findings.warn(QrWarning.Code.NO_SERVICE, template.end(), "template 38 names no service (02)");
        } else if (service.length() > SERVICE_LENGTH_MAX) {
            findings.badFormat(service, "object 38.02: a service code has at most 10 characters");
        } else if (!SERVICES_TO_EMIT.contains(service.value())) {
            String kind = SERVICES_OF_SWITCH.contains(service.value()) ? "of the NAPAS switch" : "unknown";
            findings.warn(QrWarning.Code.UNUSUAL_SERVICE, service.valueStart(), "service code is " + kind);
        }
    }
}
