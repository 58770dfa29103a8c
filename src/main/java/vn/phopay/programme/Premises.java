package vn.phopay.programme;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.identity.OutletId;

/**
 * A place of trade that somebody counted or listed.
 *
 * @param id its id
 * @param version counts its changes
 * @param seen what was seen
 * @param outlet the registered outlet that trades there
 */
public record Premises(UUID id, long version, Seen seen, Optional<OutletId> outlet) {
    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 120;
    /** Longest source, in characters. */
    public static final int SOURCE_LENGTH_MAX = 120;

    /** Whether somebody trades there. */
    public enum Status {
        /** Open for trade. */
        TRADING,
        /** Given up, or not trading any more. */
        CLOSED
    }

    /**
     * What was seen there.
     *
     * @param house its house number
     * @param name what stands over the door
     * @param categoryCode what it seems to sell (ISO 18245); empty where nobody guessed
     * @param status whether it trades
     * @param source who says so
     * @param on the day of it
     */
    public record Seen(
            HouseNumber house,
            String name,
            Optional<String> categoryCode,
            Status status,
            String source,
            LocalDate on) {
        /** Composes and strips the texts. */
        public Seen {
            name = tidy(name);
            source = tidy(source);
        }

        /** By which two writings of one name are the same. */
        public String nameKey() {
            return name.toLowerCase(Locale.ROOT);
        }

        /** By which one place of trade of a street is told from another. */
        public String key() {
            return house.key() + '\n' + nameKey();
        }

        private static String tidy(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        }
    }

    /** Its house number. */
    public HouseNumber house() {
        return seen.house();
    }

    /** Its name. */
    public String name() {
        return seen.name();
    }

    /** Whether somebody trades there. */
    public boolean isTrading() {
        return seen.status() == Status.TRADING;
    }
}
