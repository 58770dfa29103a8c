package vn.phopay.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.phopay.http.Call;
import vn.phopay.http.FormBody;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;

/**
 * A page's form, read field by field. Faults are collected as keys of messages in everyday words; the page is shown
 * again with what was typed.
 */
public final class Form {
    private static final long AMOUNT_VND_MAX = 9_999_999_999_999L;
    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,13}|\\d{1,3}([., \u00a0])\\d{3}(?:\\2\\d{3})*)"
                    + "(?:[ \u00a0]?(?:\u20ab|đ|d|đồng|vnd))?");
    private static final DateTimeFormatter TYPED_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final FormBody body;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * One fault.
     *
     * @param field the field's name
     * @param key the message that tells it
     * @param arguments what stands in the message's places
     */
    public record Fault(String field, String key, List<Object> arguments) {
        /** Copies the arguments. */
        public Fault {
            arguments = List.copyOf(arguments);
        }

        /** The message in the visitor's language. */
        public String text(View view) {
            return view.text(key, arguments.toArray());
        }
    }

    private Form(FormBody body) {
        this.body = body;
    }

    /** The form of {@code call}; a body that is none is refused. */
    public static Form of(Call call) {
        return new Form(FormBody.read(call).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_INVALID, "The body must be a form, urlencoded or multipart.")));
    }

    /** A form that nobody has filled in yet. */
    public static Form empty() {
        return new Form(new FormBody(Map.of(), Map.of()));
    }

    /** A form that shows {@code nameToValue}, for a page that edits what is there. */
    public static Form showing(Map<String, String> nameToValue) {
        FormBody filled = new FormBody(nameToValue.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))), Map.of());
        return new Form(filled);
    }

    /** What was typed, as typed, to be shown again; empty where the field is missing. */
    public String typed(String name) {
        return body.value(name).orElse("");
    }

    /** All values of a field that may come several times. */
    public List<String> all(String name) {
        return body.nameToValues().getOrDefault(name, List.of());
    }

    /** Whether a box was ticked. */
    public boolean ticked(String name) {
        return body.value(name).isPresent();
    }

    /** A text that must be there, stripped, of at most {@code max} characters. */
    public String text(String name, int max) {
        Optional<String> value = optional(name, max);
        if (value.isEmpty() && !failed(name)) {
            fail(name, "form.missing");
        }
        return value.orElse("");
    }

    /** A text that may be missing, stripped, of at most {@code max} characters. */
    public Optional<String> optional(String name, int max) {
        String value = typed(name).strip();
        if (value.codePointCount(0, value.length()) > max) {
            fail(name, "form.long", max);
            return Optional.empty();
        }
        if (value.indexOf(0) >= 0
                || value.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            fail(name, "form.unreadable");
            return Optional.empty();
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** An amount in whole đồng, typed as {@code 200000}, {@code 200.000} or {@code 200,000 đ}; at least 1. */
    public Optional<Long> amount(String name) {
        Optional<Long> amountVnd = optional(name, 32).flatMap(Form::readAmount);
        if (amountVnd.isEmpty() && !failed(name)) {
            fail(name, typed(name).isBlank() ? "form.missing" : "form.amount");
        }
        return amountVnd;
    }

    /** A day, as a date field sends it ({@code 2026-11-22}) or as people type it ({@code 22/11/2026}). */
    public Optional<LocalDate> day(String name) {
        Optional<LocalDate> day = optional(name, 32).flatMap(Form::readDay);
        if (day.isEmpty() && !failed(name)) {
            fail(name, typed(name).isBlank() ? "form.missing" : "form.day");
        }
        return day;
    }

    /** A required text that {@code reader} understands; where it does not, {@code key} says why. */
    public <T> Optional<T> read(String name, String key, Function<String, Optional<T>> reader) {
        Optional<T> value = Optional.of(text(name, 4_096)).filter(text -> !text.isEmpty()).flatMap(reader);
        if (value.isEmpty() && !failed(name)) {
            fail(name, key);
        }
        return value;
    }

    /** A file that was chosen. */
    public Optional<FormBody.Upload> file(String name) {
        return Optional.ofNullable(body.nameToFile().get(name));
    }

    /** Says that a field is wrong, by a message of the files. */
    public void fail(String field, String key, Object... arguments) {
        faults.add(new Fault(field, key, List.of(arguments)));
    }

    /** Whether nothing was wrong. */
    public boolean isGood() {
        return faults.isEmpty();
    }

    /** All faults, in the order in which they were found. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The first fault of a field. */
    public Optional<Fault> fault(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).findFirst();
    }

    private boolean failed(String field) {
        return fault(field).isPresent();
    }

    private static Optional<Long> readAmount(String text) {
        var typed = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!typed.matches()) {
            return Optional.empty();
        }
        String digits = typed.group(1).replaceAll("\\D", "");
        if (digits.length() > 13) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(digits)).filter(amount -> amount > 0 && amount <= AMOUNT_VND_MAX);
    }

    private static Optional<LocalDate> readDay(String text) {
        try {
            return Optional.of(text.indexOf('/') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, TYPED_DAY));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
