package vn.phopay.web.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.merchant.Caller;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.PageKit;

/** What pages of all desks do alike. */
public final class Desk {
    /** What was typed cannot be taken. */
    public static final int UNPROCESSABLE = 422;
    /** What is there is no longer what the page showed. */
    public static final int CONFLICT = 409;
    /** The fault of a whole form, shown above it. */
    public static final String FORM = "form";
    /** Rows of a page of any list. */
    public static final int ROWS_MAX = 50;

    private Desk() {}

    /** Who acts. */
    public static Caller caller(Call call) {
        return new Caller(call.principal(), call.requestId());
    }

    /** Who acts, as the audit log names it. */
    public static AuditEntry.Actor actor(Call call) {
        return AuditEntry.Actor.of(call.principal(), call.requestId());
    }

    /** Whether the caller decides, or only looks. */
    public static boolean decides(Call call) {
        return call.principal().role() != Role.ANALYST;
    }

    /** Nothing is there, or nothing that the caller may see: the same answer. */
    public static ProblemException notFound() {
        return new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is nothing here, or nothing that you may see.");
    }

    /** The districts that the caller may see, by code. */
    public static List<Place> districts(PlaceDirectory places, Call call) {
        return places.districts().stream()
                .filter(district -> call.principal().staffOf(district.code()))
                .toList();
    }

    /** An outlet and whose it is; one name where both have the same. */
    public static String place(String outletName, String merchantName) {
        return outletName.equals(merchantName) ? outletName : outletName + " · " + merchantName;
    }

    /** {@code path} with those of {@code parameters} that are not empty. */
    public static String link(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + '=' + PageKit.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** The query parameters {@code names} as they were sent; what was not is empty. */
    public static Map<String, String> asked(Call call, List<String> names) {
        Map<String, String> asked = new LinkedHashMap<>();
        names.forEach(name -> asked.put(name, call.queryParameter(name).map(String::strip).orElse("")));
        return asked;
    }

    /** One member of {@code asked}; empty where it was not sent. */
    public static Optional<String> given(Map<String, String> asked, String name) {
        return Optional.of(asked.getOrDefault(name, "")).filter(text -> !text.isEmpty());
    }
}
