package vn.phopay.web.geo;

import java.util.UUID;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;

/** Addresses of these pages, and what all of them ask of their callers. */
final class GeoPath {
    static final String EDITIONS = "/dia-gioi";
    static final String CALENDARS = EDITIONS + "/lich";
    static final String BASELINES = EDITIONS + "/mau-so";

    private GeoPath() {}

    static String edition(UUID id) {
        return EDITIONS + '/' + id;
    }

    static String waiting(UUID id) {
        return edition(id) + "/cua-hang";
    }

    static String calendar(String zone) {
        return CALENDARS + "?khong-gian=" + zone;
    }

    /** The id in the address; there is nothing at any other. */
    static UUID id(Call call) {
        try {
            return UUID.fromString(call.path("id"));
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    static AuditEntry.Actor actor(Call call) {
        return AuditEntry.Actor.of(call.principal(), call.requestId());
    }

    /** Whether somebody may change the wards of the whole city. */
    static boolean mayChangeCity(Principal caller) {
        return caller.role() == Role.ADMIN && caller.districtCodes().isEmpty();
    }

    /** Wards are the whole city's business: an administrator of some districts does not change them. */
    static void requireCity(Call call) {
        if (!mayChangeCity(call.principal())) {
            throw new ProblemException(
                    ProblemCode.AUTH_FORBIDDEN, "Editions are for administrators of the whole city.");
        }
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing at this address.");
    }
}
