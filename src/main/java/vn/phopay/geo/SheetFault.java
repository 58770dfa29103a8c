package vn.phopay.geo;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with one cell of a table.
 *
 * @param line line of the file, or number of the item, from 1; 0 where it is the table as a whole
 * @param column the column's name; empty where it is the line as a whole
 * @param kind what is wrong
 * @param arguments what a message about it names
 */
public record SheetFault(int line, String column, Kind kind, List<String> arguments) {
    /** Copies the arguments. */
    public SheetFault {
        arguments = List.copyOf(arguments);
    }

    static SheetFault of(int line, String column, Kind kind, String... arguments) {
        return new SheetFault(line, column, kind, List.of(arguments));
    }

    /** What may be wrong, each with words for callers of the API; pages say it in the visitor's language. */
    public enum Kind {
        /** Not UTF-8. */
        NOT_UTF8("is not UTF-8"),
        /** Not RFC 4180. */
        NOT_CSV("is no CSV of RFC 4180"),
        /** No line, or no header. */
        EMPTY("holds no lines below its header"),
        /** More lines than are taken. */
        TOO_MANY("has more than %s lines"),
        /** A column that has to be there is not. */
        COLUMN_MISSING("the column is missing"),
        /** A column nobody asked for. */
        COLUMN_UNKNOWN("is no column of this table"),
        /** A column that stands twice. */
        COLUMN_TWICE("the column stands twice"),
        /** A line with more or fewer cells than the header. */
        CELLS("has %s cells, the header %s"),
        /** A member of the wrong JSON type. */
        TYPE("must be %s"),
        /** A cell that must be filled. */
        MISSING("is required"),
        /** A cell that must be empty in this line. */
        NOT_HERE("must be empty in this line"),
        /** A text that is too long. */
        LONG("is longer than %s characters"),
        /** None of the words that may stand here. */
        WORD("must be one of %s"),
        /** No day. */
        DAY("must be a day, such as 2027-07-01"),
        /** A day before the first one possible. */
        DAY_EARLY("must not be before %s"),
        /** A day after the last one possible. */
        DAY_LATE("must not be after %s"),
        /** A day that is not the one of the first line. */
        DAY_OTHER("must be %s, as in the first line"),
        /** No whole number in range. */
        NUMBER("must be a whole number from %s to %s"),
        /** No rate. */
        RATE("must be a rate from 0 to 1 with at most 4 decimals, or a percentage"),
        /** A code of the wrong form. */
        CODE("is no code of this kind"),
        /** A district that is not known. */
        DISTRICT_UNKNOWN("is no district"),
        /** A ward that is not in force on the day. */
        WARD_UNKNOWN("is no ward in force on %s"),
        /** A street that is not known. */
        STREET_UNKNOWN("is no street that we keep"),
        /** None, or several, of the columns that name a place. */
        ONE_PLACE("exactly one of district, ward and street must be named"),
        /** The same thing twice. */
        TWICE("repeats line %s"),
        /** A place outside the caller's districts. */
        NOT_YOURS("lies outside your districts"),
        /** A new ward without any old one. */
        NO_PREDECESSOR("a new ward must name the wards it is made of"),
        /** A whole ward that several new ones name. */
        WHOLE_TWICE("%s is named whole here and named again in line %s"),
        /** A divided ward that one new one names only. */
        SPLIT_ONCE("a part of %s is named here, and no other line takes the rest"),
        /** A code that is still in use. */
        CODE_IN_USE("the code means %s, which no line ends: it would mean two areas at once"),
        /** A district missing from a new ward. */
        DISTRICT_LEFT_OUT("%s lies in district %s, which is not named here");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Last part of its message's key. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is wrong, in English, for callers of the API. */
    public String detail() {
        return String.format(Locale.ROOT, kind.words, arguments.toArray());
    }
}
