package vn.phopay.web.desk.cases;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.web.View;

/**
 * One line of a case's evidence as people read it.
 *
 * @param name what it is, in the reader's language
 * @param value what was told, as people write it
 */
public record CaseFact(String name, String value) {
    private static final Set<String> AMOUNTS =
            Set.of("amount", "originalAmount", "opening", "credits", "debits", "closing", "refundedAmount");
    private static final Set<String> MOMENTS = Set.of("bookedAt", "receivedAt", "recordedAt");
    private static final Set<String> SPOKEN = Set.of("direction", "source", "status");
    /** What only we know by that name. */
    private static final Set<String> INTERNAL =
            Set.of("deliveryId", "paymentId", "twinId", "payload", "districtCode");

    /** What {@code file} was opened with, but for what its payment tells just so. */
    public static List<CaseFact> of(View view, CaseFile file) {
        JsonObject evidence = file.evidence();
        file.about().payment().ifPresent(payment -> Map.<String, Object>of(
                "memo", payment.memo(),
                "bankReference", payment.bankReference(),
                "amount", payment.amountVnd(),
                "bookedAt", payment.bookedAt().toString(),
                "direction", payment.credit() ? "CREDIT" : "DEBIT",
                "accountNumber", Objects.requireNonNullElse(file.accountNumber(), ""))
                .forEach((key, told) -> {
                    if (told.toString().equals(String.valueOf(evidence.getValue(key)))) {
                        evidence.remove(key);
                    }
                }));
        return of(view, evidence);
    }

    /** What a strange code says, and what we know of it. */
    public static List<CaseFact> ofCode(View view, JsonObject evidence) {
        JsonObject code = new JsonObject();
        List.of("status", "payee").stream()
                .filter(evidence::containsKey)
                .forEach(key -> code.put(key, evidence.getValue(key)));
        return of(view, code);
    }

    /** Any evidence, but for what is empty and what means nothing to a person. */
    public static List<CaseFact> of(View view, JsonObject evidence) {
        return evidence.stream()
                .filter(entry -> entry.getValue() != null && !INTERNAL.contains(entry.getKey()))
                .map(entry -> new CaseFact(name(view, entry.getKey()), text(view, entry.getKey(), entry.getValue())))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    private static String name(View view, String key) {
        String message = "cases.evidence." + key;
        return view.words().has(message) ? view.text(message) : key;
    }

    private static String text(View view, String key, Object value) {
        if (AMOUNTS.contains(key) && value instanceof Number amount) {
            return view.dong(amount.longValue());
        }
        if (value instanceof JsonArray several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (value instanceof JsonObject parts) {
            return parts.stream().map(Map.Entry::getValue).filter(Objects::nonNull).map(String::valueOf)
                    .collect(Collectors.joining(" · "));
        }
        String text = String.valueOf(value);
        if (SPOKEN.contains(key)) {
            String message = "cases.evidence." + key + '.' + text;
            return view.words().has(message) ? view.text(message) : text;
        }
        return MOMENTS.contains(key) ? moment(view, text) : text;
    }

    private static String moment(View view, String text) {
        try {
            return view.moment(Instant.parse(text));
        } catch (DateTimeException other) {
            return text;
        }
    }
}
