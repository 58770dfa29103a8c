package vn.phopay.programme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.merchant.Language;

/**
 * Something that the city did to bring shops in, somewhere and for some time; charts show it as a band.
 *
 * @param id its id
 * @param version counts its changes
 * @param plan what it is
 */
public record Campaign(UUID id, long version, Plan plan) {
    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 120;
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 500;

    /**
     * What it is.
     *
     * @param nameVi Vietnamese name
     * @param nameEn English name
     * @param placeId where it ran; empty for the whole city
     * @param from its first day
     * @param to its last day; null while no end is known
     * @param note what else is to be known
     */
    public record Plan(
            String nameVi,
            Optional<String> nameEn,
            Optional<String> placeId,
            LocalDate from,
            @Nullable LocalDate to,
            Optional<String> note) {
        /** Whether it ran on any day from {@code first} to {@code last}. */
        public boolean touches(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (to == null || !to.isBefore(first));
        }
    }

    /** Its name in {@code language}; in Vietnamese where it has no other. */
    public String name(Language language) {
        return language == Language.VI ? plan.nameVi() : plan.nameEn().orElse(plan.nameVi());
    }
}
