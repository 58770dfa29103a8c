package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.day.Truth.Credit;

/** Holds the payments that each merchant is shown against the truth: every one there, once, with its own amount. */
final class JudgePayments {
    private static final int FINDINGS_MAX = 50;
    private static final Set<Fault> TOLD_BY_STATEMENT =
            EnumSet.of(Fault.LOST, Fault.NOTICES, Fault.AFTER_STATEMENT);

    private final Outsider outsider;
    private final Stage stage;
    private final List<String> findings = new ArrayList<>();
    private long findingCount;
    private long differenceVnd;
    private long count;
    private long sumVnd;

    JudgePayments(Outsider outsider, Stage stage) {
        this.outsider = outsider;
        this.stage = stage;
    }

    /**
     * What came of it.
     *
     * @param count credits that stand
     * @param sumVnd their sum
     * @param driftVnd all differences from the truth, each as a positive number, merchant by merchant
     * @param findingCount how many credits differ
     * @param findings the first of them in words
     */
    record Verdict(long count, long sumVnd, long driftVnd, long findingCount, List<String> findings) {}

    Verdict judge() {
        stage.town().shops().forEach(this::judge);
        return new Verdict(count, sumVnd, differenceVnd, findingCount, findings);
    }

    private void judge(Shop shop) {
        Map<String, Credit> expected = new HashMap<>(stage.truth().creditsOf(shop.id()));
        long[] standVnd = {0};
        String path = "/api/v1/payments?from=" + stage.day() + "&to=" + stage.day().plusDays(1);
        outsider.list(outsider.person(shop.login()), path, payment -> {
            if (payment.getString("direction").equals("CREDIT")) {
                standVnd[0] += payment.getBoolean("reversed") ? 0 : payment.getLong("amount");
                judge(payment, expected);
            }
        });
        expected.values().forEach(missing -> find(missing.key() + " is not there (" + missing.fault() + ')'));
        long shouldVnd = stage.truth().creditsOf(shop.id()).values().stream()
                .filter(credit -> !credit.takenBack()).mapToLong(Credit::amountVnd).sum();
        differenceVnd += Math.abs(standVnd[0] - shouldVnd);
        sumVnd += standVnd[0];
    }

    private void judge(JsonObject payment, Map<String, Credit> expected) {
        String key = Credit.key(payment.getString("bankCode"), payment.getString("bankReference"));
        Credit credit = expected.remove(key);
        if (credit == null) {
            credit = byTrace(payment.getString("bankTrace"), expected);
        }
        if (credit == null) {
            find(key + " should not be there: " + payment.encode());
            return;
        }
        count += credit.takenBack() ? 0 : 1;
        String should = credit.amountVnd() + " VND, outlet " + orNone(credit.payee().outletId()) + ", request "
                + orNone(credit.payee().requestId()) + (credit.takenBack() ? ", taken back" : "");
        String is = payment.getLong("amount") + " VND, outlet " + orNone(payment.getString("outletId"))
                + ", request " + orNone(payment.getString("paymentRequestId"))
                + (payment.getBoolean("reversed") ? ", taken back" : "");
        if (!should.equals(is)) {
            find(key + " (" + credit.fault() + "): should be " + should + "; is " + is);
        }
    }

    /** What a statement told first is known by its trace, whatever the sender would have called it. */
    private static @Nullable Credit byTrace(@Nullable String trace, Map<String, Credit> expected) {
        Optional<Credit> found = expected.values().stream()
                .filter(credit -> credit.trace().equals(trace) && credit.fault() != null
                        && TOLD_BY_STATEMENT.contains(credit.fault()))
                .findFirst();
        found.ifPresent(credit -> expected.remove(credit.key()));
        return found.orElse(null);
    }

    private static String orNone(String id) {
        return Objects.requireNonNullElse(id, "").isEmpty() ? "none" : id;
    }

    private void find(String what) {
        findingCount++;
        if (findings.size() < FINDINGS_MAX) {
            findings.add(what);
        }
    }
}
