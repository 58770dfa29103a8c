package vn.phopay.web.desk.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.merchant.CleanText;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.Form;
import vn.phopay.web.desk.Desk;

/** The fields that say who a member of staff is and what it may do. */
public final class StaffForm {
    /** Roles that may be given, the one with least rights first. */
    static final List<Role> ROLES = List.of(Role.ANALYST, Role.REGISTRAR, Role.ADMIN);

    private static final int NAME_LENGTH_MAX = 128;
    private static final String SOME = "SOME";

    private final PlaceDirectory places;

    /** Districts are those of {@code places}. */
    public StaffForm(PlaceDirectory places) {
        this.places = places;
    }

    /** What was typed, where it is good. */
    record Typed(String name, Role role, Set<String> districtCodes) {}

    /** The districts that the caller may give. */
    List<Place> districts(Call call) {
        return Desk.districts(places, call);
    }

    /** Reads the fields; empty, with the faults told, where one of them is not good. */
    Optional<Typed> read(Form form, Call call) {
        Optional<String> name = form.read("name", "staff.fault.name", CleanText.upTo(NAME_LENGTH_MAX));
        Optional<Role> role = form.read("role", "staff.fault.role", text -> ROLES.stream()
                .filter(one -> one.name().equals(text))
                .findFirst());
        Set<String> districts = districtCodes(form, call);
        return form.isGood()
                ? name.flatMap(called -> role.map(may -> new Typed(called, may, districts)))
                : Optional.empty();
    }

    /** None mean all, which has to be said. */
    private Set<String> districtCodes(Form form, Call call) {
        boolean all = form.typed("scope").equals("ALL");
        if (!all && !form.typed("scope").equals(SOME)) {
            form.fail("scope", "staff.fault.scope");
            return Set.of();
        }
        if (all) {
            if (!call.principal().districtCodes().isEmpty()) {
                form.fail("scope", "staff.fault.districts");
            }
            return Set.of();
        }
        Set<String> known = districts(call).stream().map(Place::code).collect(Collectors.toSet());
        Set<String> chosen = Set.copyOf(form.all("district"));
        if (chosen.isEmpty()) {
            form.fail("scope", "staff.fault.noDistrict");
        } else if (!known.containsAll(chosen)) {
            form.fail("scope", "staff.fault.districts");
        }
        return chosen;
    }

    /** The names of districts, or {@code all} where there are none. */
    String names(Set<String> districtCodes, String all) {
        return districtCodes.isEmpty() ? all : districtCodes.stream()
                .sorted()
                .map(code -> places.district(code).map(Place::nameVi).orElse(code))
                .collect(Collectors.joining(", "));
    }

    /** Names of {@link #ROLES}. */
    static List<String> roleNames() {
        return ROLES.stream().map(Enum::name).toList();
    }
}
