package vn.phopay.web.desk.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.phopay.access.SearchAudit;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.StaffId;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.desk.Desk;

/**
 * What an administrator looks for in the audit log, as the address says it.
 *
 * @param asked the parameters as they were sent, days filled in
 * @param form the parameters as a form, with their faults
 * @param query what is looked for; where a day is faulty, the last thirty days
 * @param after behind which entry the page begins
 */
record AuditQuery(Map<String, String> asked, Form form, SearchAudit.Query query, Optional<UUID> after) {
    static final Set<String> ROLES = Set.of("SYSTEM", "ANYONE", "MERCHANT", "REGISTRAR", "ANALYST", "ADMIN");

    private static final List<String> NAMES = List.of("ai", "viec", "doi-tuong", "tu", "den", "chu");
    private static final int DAYS_SHOWN = 30;
    private static final int TEXT_LENGTH_MAX = 200;

    /** Reads the address of {@code call}; refuses whoever does not administer the whole city. */
    static AuditQuery of(Call call, Clock clock) {
        if (!call.principal().districtCodes().isEmpty()) {
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "The log is of the whole city.");
        }
        Map<String, String> asked = new LinkedHashMap<>(Desk.asked(call, NAMES));
        LocalDate today = BusinessDay.of(clock.instant());
        asked.replace("den", "", today.toString());
        asked.replace("tu", "", today.minusDays(DAYS_SHOWN - 1L).toString());
        Form form = Form.showing(asked);
        LocalDate to = form.day("den").orElse(today);
        LocalDate from = form.day("tu").orElse(to.minusDays(DAYS_SHOWN - 1L));
        if (form.isGood() && from.isAfter(to)) {
            form.fail("tu", "audit.fault.order");
        }
        Optional<String> who = Desk.given(asked, "ai");
        SearchAudit.Query query = new SearchAudit.Query(from, to,
                who.flatMap(StaffId::parse), who.filter(ROLES::contains),
                new SearchAudit.What(Desk.given(asked, "viec"), Desk.given(asked, "doi-tuong")),
                form.optional("chu", TEXT_LENGTH_MAX));
        return new AuditQuery(Map.copyOf(asked), form, query, call.queryParameter("sau").flatMap(AuditQuery::cursor));
    }

    /** The address of {@code path} with what is asked for. */
    String link(String path) {
        return Desk.link(path, asked);
    }

    /** The address of the page behind {@code entry}. */
    String more(String path, SearchAudit.Entry entry) {
        Map<String, String> parameters = new LinkedHashMap<>(asked);
        parameters.put("sau", entry.id().toString());
        return Desk.link(path, parameters);
    }

    private static Optional<UUID> cursor(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
