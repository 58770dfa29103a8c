package vn.phopay.simulator.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.ops.InvariantResult;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.JudgeCases.Explained;
import vn.phopay.simulator.day.Truth.Trouble;

/** Puts what was found into words. */
final class WriteReport {
    private static final int EXAMPLES_MAX = 20;

    private final DayReport report = new DayReport();

    DayReport report() {
        return report;
    }

    void day(DayOptions options, Stage stage) {
        report.add("day", new JsonObject()
                .put("businessDate", stage.day().toString())
                .put("seed", options.seed())
                .put("movements", stage.movements().values().stream().mapToInt(Integer::intValue).sum())
                .put("shops", stage.town().shops().size()));
        for (Fault fault : Fault.values()) {
            Integer stories = stage.stories().get(fault);
            if (stories != null) {
                report.add("fault", new JsonObject().put("fault", fault.word()).put("stories", stories));
            }
        }
    }

    void senders(Tally tally) {
        tally.heard().forEach((dialect, heard) -> report.add("dialect", new JsonObject()
                .put("dialect", dialect).put("calls", heard.calls()).put("movementsTaken", heard.movements())
                .put("repeatedCalls", heard.repeats()).put("rightlyRefused", heard.refused())));
        report.check("senders", tally.problemCount() == 0, new JsonObject()
                .put("problems", tally.problemCount()).put("examples", new JsonArray(tally.problems())));
    }

    void statements(Map<String, Long> counts) {
        JsonObject line = new JsonObject();
        counts.forEach(line::put);
        report.add("statements", line);
    }

    void requests(JudgeRequests.Verdict verdict) {
        report.check("requests", verdict.findings().isEmpty(), new JsonObject()
                .put("judged", verdict.judged()).put("wrong", verdict.findings().size())
                .put("examples", examples(verdict.findings())));
    }

    void payments(JudgePayments.Verdict verdict) {
        report.check("payments", verdict.findingCount() == 0 && verdict.driftVnd() == 0, new JsonObject()
                .put("credits", verdict.count()).put("sumVnd", verdict.sumVnd())
                .put("wrong", verdict.findingCount()).put("examples", examples(verdict.findings())));
        report.check("drift", verdict.driftVnd() == 0, new JsonObject()
                .put("against", "what really happened").put("driftVnd", verdict.driftVnd()));
    }

    void cases(JudgeCases.Verdict verdict, int settled) {
        Map<String, Trouble> kindToExample = new LinkedHashMap<>();
        for (Explained one : verdict.explained()) {
            kindToExample.putIfAbsent(one.trouble().kind(), one.trouble());
            report.addCase(words(one.trouble()).put("id", one.caseId()));
        }
        verdict.byKind().forEach((kind, count) -> {
            Trouble example = kindToExample.get(kind);
            report.add("openCases", new JsonObject().put("kind", kind).put("count", count)
                    .put("happened", example == null ? "" : example.words().happened())
                    .put("advice", example == null ? "" : example.words().advice()));
        });
        report.check("cases", verdict.isRight(), new JsonObject()
                .put("open", verdict.explained().size()).put("settledByPeople", settled)
                .put("unexplained", verdict.strangers().size()).put("unexplainedExamples",
                        examples(verdict.strangers()))
                .put("unseen", verdict.unseen().size()).put("unseenExamples",
                        examples(verdict.unseen().stream().map(one -> words(one).encode()).toList())));
    }

    private static JsonObject words(Trouble trouble) {
        return new JsonObject().put("kind", trouble.kind()).put("bankCode", trouble.bankCode())
                .put("about", String.join(", ", trouble.subjects()))
                .put("happened", trouble.words().happened()).put("advice", trouble.words().advice());
    }

    void seal(SealDay.Sealed sealed, long explainedVnd, List<String> sealFaults) {
        report.check("drift", sealed.apartVnd() == explainedVnd, new JsonObject()
                .put("against", "the banks' statements")
                .put("apartVnd", sealed.apartVnd()).put("explainedByOpenCasesVnd", explainedVnd)
                .put("driftVnd", sealed.apartVnd() - explainedVnd));
        report.check("seal", !sealed.hash().isEmpty() && sealFaults.isEmpty(), new JsonObject()
                .put("hash", sealed.hash()).put("waived", new JsonArray(sealed.waived()))
                .put("detail", sealed.detail()).put("verified", !sealed.hash().isEmpty() && sealFaults.isEmpty())
                .put("faults", new JsonArray(sealFaults)));
    }

    void invariants(List<InvariantResult> results) {
        List<String> broken = results.stream().filter(result -> !result.holds())
                .map(result -> result.toJson().encode()).toList();
        report.check("invariants", broken.isEmpty(), new JsonObject()
                .put("checked", results.size()).put("broken", new JsonArray(broken)));
    }

    private static JsonArray examples(List<String> findings) {
        return new JsonArray(findings.stream().limit(EXAMPLES_MAX).toList());
    }
}
