package vn.phopay.geo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;

/** Holds the lines of a draft against each other: every old ward goes somewhere once, every code means one area. */
final class EditionCheck {
    private final PlaceDirectory places;
    private final EditionDraft draft;
    private final LocalDate before;
    private final List<SheetFault> faults = new ArrayList<>();

    EditionCheck(PlaceDirectory places, EditionDraft draft) {
        this.places = places;
        this.draft = draft;
        this.before = draft.validFrom().minusDays(1);
    }

    List<SheetFault> faults() {
        checkWhole();
        checkParts();
        checkCodes();
        checkDistricts();
        checkStreets();
        return List.copyOf(faults);
    }

    private void checkWhole() {
        Map<Place, Integer> wholeToLine = new LinkedHashMap<>();
        Set<Place> parts = draft.wards().stream().flatMap(ward -> ward.parts().stream()).collect(Collectors.toSet());
        for (EditionDraft.Ward ward : draft.wards()) {
            for (Place old : ward.whole()) {
                Integer other = wholeToLine.putIfAbsent(old, ward.line());
                if (other == null && parts.contains(old)) {
                    other = lineOfPart(old);
                }
                if (other != null) {
                    fail(ward.line(), "predecessors", SheetFault.Kind.WHOLE_TWICE, old.code(), String.valueOf(other));
                }
            }
        }
    }

    private int lineOfPart(Place old) {
        return draft.wards().stream().filter(ward -> ward.parts().contains(old)).findFirst().orElseThrow().line();
    }

    private void checkParts() {
        for (EditionDraft.Ward ward : draft.wards()) {
            for (Place old : ward.parts()) {
                if (draft.wards().stream().filter(other -> other.parts().contains(old)).count() < 2) {
                    fail(ward.line(), "predecessors_split", SheetFault.Kind.SPLIT_ONCE, old.code());
                }
            }
        }
    }

    private void checkCodes() {
        Set<Place> ended = ended();
        for (EditionDraft.Ward ward : draft.wards()) {
            places.ward(ward.code(), before).filter(old -> !ended.contains(old)).ifPresent(old ->
                    fail(ward.line(), "code", SheetFault.Kind.CODE_IN_USE, old.nameVi()));
        }
    }

    private void checkDistricts() {
        for (EditionDraft.Ward ward : draft.wards()) {
            for (Place old : ward.whole()) {
                places.districtsOf(old, before).stream().findFirst()
                        .filter(district -> !ward.districts().contains(district))
                        .ifPresent(district -> fail(ward.line(), "district_codes",
                                SheetFault.Kind.DISTRICT_LEFT_OUT, old.code(), district.code()));
            }
        }
    }

    private void checkStreets() {
        Set<Place> ended = ended();
        Set<String> codes = draft.wards().stream().map(EditionDraft.Ward::code).collect(Collectors.toSet());
        for (EditionDraft.Street street : draft.streets()) {
            boolean stays = places.ward(street.wardCode(), before).filter(ward -> !ended.contains(ward)).isPresent();
            if (!stays && !codes.contains(street.wardCode())) {
                fail(street.line(), "ward_code", SheetFault.Kind.WARD_UNKNOWN, draft.validFrom().toString());
            }
        }
    }

    private Set<Place> ended() {
        return draft.wards().stream()
                .flatMap(ward -> Stream.concat(ward.whole().stream(), ward.parts().stream()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void fail(int line, String column, SheetFault.Kind kind, String... arguments) {
        faults.add(SheetFault.of(line, column, kind, arguments));
    }
}
