package vn.phopay.bank.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.phopay.bank.Dialect.Fault;
import vn.phopay.money.Money;
import vn.phopay.money.MoneyParser;
import vn.phopay.time.BusinessDay;

/**
 * The members of one object of a foreign sender, taken one by one. Types drift there, so a text may stand as a number
 * and a number as a text. What is needed and not there becomes a fault; what is only evidence is cut and never costs
 * the payment. A value of a faulty member is a stand-in and must not be used: ask {@link #faults()} first.
 */
public final class Members {
    /** A longer id is refused, in characters. */
    public static final int REFERENCE_LENGTH_MAX = 100;
    /** A longer account number is refused, in characters. */
    public static final int ACCOUNT_LENGTH_MAX = 34;
    /** A longer name is cut, in characters. */
    public static final int NAME_LENGTH_MAX = 140;
    /** A longer memo is cut, in characters; the raw delivery keeps it whole. */
    public static final int MEMO_LENGTH_MAX = 4_000;

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MILLIS_DIGITS_MAX = 15;
    private static final int BIN_LENGTH = 6;

    private final Map<String, Json> members;
    private final UnaryOperator<String> naming;
    private final String pointer;
    private final List<Fault> faults = new ArrayList<>(0);

    private Members(Map<String, Json> members, UnaryOperator<String> naming, String pointer) {
        this.members = members;
        this.naming = naming;
        this.pointer = pointer;
    }

    /** The members of {@code object}, which stands at {@code pointer} (RFC 6901; empty for the whole). */
    public static Members of(Json.Obj object, String pointer) {
        return new Members(object.members(), UnaryOperator.identity(), pointer);
    }

    /** The members of the whole of a delivery, by names in whatever case; two that differ in case only are a fault. */
    public static Members ignoringCase(Json.Obj object) {
        Map<String, Json> lower = new LinkedHashMap<>();
        Members all = new Members(lower, name -> name.toLowerCase(Locale.ROOT), "");
        object.members().forEach((name, value) -> {
            if (lower.put(name.toLowerCase(Locale.ROOT), value) != null) {
                all.fault(name, "must stand only once");
            }
        });
        return all;
    }

    /** What was wrong so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Says that a member is wrong. */
    public void fault(String name, String detail) {
        faults.add(new Fault(pointer + '/' + name.replace("~", "~0").replace("/", "~1"), detail));
    }

    /** The value of a member; empty where it is missing or null. */
    public Optional<Json> value(String name) {
        return Optional.ofNullable(members.get(naming.apply(name))).filter(value -> !(value instanceof Json.Null));
    }

    /** A text or the token of a number, stripped; empty where it is missing, null, blank or of another kind. */
    public Optional<String> scalar(String name) {
        return value(name).flatMap(value -> switch (value) {
            case Json.Str text -> Optional.of(text.text().strip());
            case Json.Num number -> Optional.of(number.token());
            case Json.Obj object -> Optional.<String>empty();
            case Json.Arr array -> Optional.<String>empty();
            case Json.Bool bool -> Optional.<String>empty();
            case Json.Null none -> Optional.<String>empty();
        }).filter(text -> !text.isEmpty());
    }

    /** An id that must be there. */
    public String reference(String name) {
        return required(name, REFERENCE_LENGTH_MAX);
    }

    /** An account number that must be there. */
    public String account(String name) {
        return required(name, ACCOUNT_LENGTH_MAX);
    }

    /** A text that is only evidence: what does not fit is cut, what is of another kind is left out. */
    public Optional<String> evidence(String name, int lengthMax) {
        return scalar(name).map(text -> storable(cut(text, lengthMax)));
    }

    /** A text that decides something and need not be there: what does not fit is left out, for a part means another. */
    public Optional<String> whole(String name, int lengthMax) {
        return scalar(name).filter(text -> isWhole(text, lengthMax));
    }

    /** A bank's identifier, six digits; anything else is left out. */
    public Optional<String> bin(String name) {
        return scalar(name).filter(text -> text.length() == BIN_LENGTH && text.chars().allMatch(Members::isDigit));
    }

    /** The remittance text; empty where there is none. It is kept as received, blanks included. */
    public String memo(String name) {
        return value(name)
                .map(value -> value instanceof Json.Str text ? text.text() : scalar(name).orElse(""))
                .map(text -> storable(cut(text, MEMO_LENGTH_MAX)))
                .orElse("");
    }

    /** A positive whole amount that must be there: {@code 50000}, {@code 50000.0} or {@code "50000"}. */
    public Money amount(String name) {
        return money(name, scalar(name).orElse(""));
    }

    /** An amount read from {@code token}, which stands in the member called {@code name}. */
    public Money money(String name, String token) {
        Optional<Money> money = MoneyParser.parse(token);
        if (money.isEmpty()) {
            fault(name, "must be whole đồng, 1 to " + Money.AMOUNT_VND_MAX);
        }
        return money.orElseGet(() -> new Money(1));
    }

    /** A time without zone, {@code yyyy-MM-dd HH:mm:ss} in Asia/Ho_Chi_Minh, that must be there. */
    public Instant localTime(String name) {
        try {
            Instant time = LocalDateTime.parse(scalar(name).orElse(""), LOCAL).atZone(BusinessDay.ZONE).toInstant();
            return inCentury(name, time);
        } catch (DateTimeException e) {
            fault(name, "must be a time as yyyy-MM-dd HH:mm:ss");
            return EARLIEST;
        }
    }

    /** Milliseconds since 1970, as a number or a text, that must be there. */
    public Instant epochMillis(String name) {
        String text = scalar(name).orElse("");
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean plain = !whole.isEmpty() && whole.length() <= MILLIS_DIGITS_MAX
                && whole.chars().allMatch(Members::isDigit);
        if (!plain) {
            fault(name, "must be milliseconds since 1970");
            return EARLIEST;
        }
        return inCentury(name, Instant.ofEpochMilli(Long.parseLong(whole)));
    }

    private Instant inCentury(String name, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            fault(name, "must be a time of this century");
        }
        return time;
    }

    private String required(String name, int lengthMax) {
        String text = scalar(name).orElse("");
        if (!isWhole(text, lengthMax)) {
            fault(name, "must be a text of 1 to " + lengthMax + " characters");
        }
        return text;
    }

    private static boolean isWhole(String text, int lengthMax) {
        return !text.isEmpty() && text.length() <= lengthMax && text.equals(storable(text))
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String cut(String text, int lengthMax) {
        return text.length() > lengthMax ? text.substring(0, lengthMax) : text;
    }

    /** PostgreSQL's text holds neither U+0000 nor half a character, which a cut may leave or a sender may write. */
    private static String storable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(
                point == 0 || Character.getType(point) == Character.SURROGATE ? ' ' : point));
        return out.toString();
    }
}
