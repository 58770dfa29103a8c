package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.day.Outsider.Person;
import vn.phopay.simulator.day.Truth.Trouble;

/** Holds the cases that wait for a person against the troubles that are genuine: each has one, and nothing else has. */
final class JudgeCases {
    private static final Set<String> WAITING = Set.of("OPEN", "ACKNOWLEDGED");

    private final Outsider outsider;
    private final Person staff;
    private final Stage stage;

    JudgeCases(Outsider outsider, Person staff, Stage stage) {
        this.outsider = outsider;
        this.staff = staff;
        this.stage = stage;
    }

    /** A case and the trouble that it stands for. */
    record Explained(String caseId, Trouble trouble) {}

    /**
     * What came of it.
     *
     * @param explained waiting cases and what they are about
     * @param strangers waiting cases of which the truth knows nothing
     * @param unseen troubles without a waiting case
     */
    record Verdict(List<Explained> explained, List<String> strangers, List<Trouble> unseen) {
        boolean isRight() {
            return strangers.isEmpty() && unseen.isEmpty();
        }

        /** Waiting cases by kind. */
        Map<String, Long> byKind() {
            Map<String, Long> kinds = new TreeMap<>();
            explained.forEach(one -> kinds.merge(one.trouble().kind(), 1L, Long::sum));
            return kinds;
        }
    }

    /** Judges by {@code expected}. */
    Verdict judge(List<Trouble> expected) {
        Map<String, Trouble> subjectToTrouble = new HashMap<>();
        expected.forEach(trouble -> trouble.subjects().forEach(
                subject -> subjectToTrouble.put(key(trouble.kind(), trouble.bankCode(), subject), trouble)));
        List<String> strangers = new ArrayList<>();
        Map<Trouble, String> seen = new LinkedHashMap<>();
        Set<String> banks = Set.copyOf(stage.town().banks().stream().map(Town.Bank::code).toList());
        outsider.list(staff, "/api/v1/cases", item -> {
            boolean ours = banks.contains(item.getString("bankCode", ""));
            if (!ours || !WAITING.contains(item.getString("status"))) {
                return;
            }
            Trouble trouble = find(item, subjectToTrouble);
            if (trouble == null || seen.put(trouble, item.getString("id")) != null) {
                strangers.add(faultOf(item) + ": " + item.encode());
            }
        });
        List<Explained> explained = new ArrayList<>();
        seen.forEach((trouble, id) -> explained.add(new Explained(id, trouble)));
        return new Verdict(explained, strangers, expected.stream().filter(one -> !seen.containsKey(one)).toList());
    }

    private @Nullable Trouble find(JsonObject item, Map<String, Trouble> subjectToTrouble) {
        JsonObject payment = item.getJsonObject("payment");
        String account = item.getString("accountNumber");
        List<String> subjects = new ArrayList<>();
        if (payment == null) {
            JsonObject whole = outsider.get(staff, "/api/v1/cases/" + item.getString("id"));
            subjects.add(account + ' ' + whole.getJsonObject("evidence").getString("bankTrace", ""));
            subjects.add(account);
        } else {
            subjects.add(payment.getString("bankReference"));
        }
        return subjects.stream()
                .map(subject -> subjectToTrouble.get(key(
                        item.getString("kind"), item.getString("bankCode"), subject)))
                .filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    /** What went wrong with the payment that a case is about, as the day's author knows it. */
    private String faultOf(JsonObject item) {
        JsonObject payment = item.getJsonObject("payment", new JsonObject());
        String key = Truth.Credit.key(item.getString("bankCode", ""),
                payment == null ? "" : payment.getString("bankReference", ""));
        return stage.town().shops().stream()
                .map(shop -> stage.truth().creditsOf(shop.id()).get(key))
                .filter(Objects::nonNull)
                .map(credit -> credit.fault() == null ? "nothing went wrong" : credit.fault().word())
                .findFirst().orElse("nobody's");
    }

    private static String key(String kind, String bankCode, String subject) {
        return kind + ' ' + bankCode + ' ' + subject;
    }
}
