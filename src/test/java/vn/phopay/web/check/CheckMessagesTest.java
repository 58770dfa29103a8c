package vn.phopay.web.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.merchant.Language;
import vn.phopay.safety.CheckHistory;
import vn.phopay.safety.CheckVerdict;
import vn.phopay.safety.DueChecks;
import vn.phopay.safety.ReportStatus;
import vn.phopay.web.Words;

/** Texts whose keys are put together of what happened are there for everything that can happen. */
class CheckMessagesTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatCanHappenShouldHaveItsWords(Language language) {
        Words words = Words.load(language);
        List<String> missing = new ArrayList<>(keys().filter(key -> !words.has(key)).toList());
        assertEquals(List.of(), missing);
    }

    private static Stream<String> keys() {
        return Stream.of(
                        of(CheckVerdict.values(), "check.verdict.%s.title"),
                        of(CheckVerdict.values(), "check.verdict.%s.text"),
                        of(DueChecks.State.values(), "check.state.%s"),
                        of(DueChecks.State.values(), "check.reminder.%s")
                                .filter(key -> !key.endsWith(DueChecks.State.DONE.name())),
                        of(CheckHistory.Mark.values(), "check.mark.%s"),
                        of(ReportStatus.State.values(), "check.report.state.%s"),
                        of(ReportStatus.State.values(), "check.report.state.%s.text"),
                        of(CheckVerdict.Tone.values(), "check.step.%s")
                                .filter(key -> !key.endsWith(CheckVerdict.Tone.GOOD.name()))
                                .flatMap(CheckMessagesTest::steps),
                        steps("check.report.step"))
                .flatMap(all -> all);
    }

    private static Stream<String> of(Enum<?>[] values, String key) {
        return Arrays.stream(values).map(value -> key.formatted(value.name()));
    }

    private static Stream<String> steps(String key) {
        return IntStream.rangeClosed(1, 3).mapToObj(step -> key + '.' + step);
    }
}
