package vn.phopay.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.figure.Measure;

/** Holds the definition file to what is computed. */
final class MetricBookTest {
    private static final Set<String> DERIVED =
            Set.of("gapToTarget", "targetReachedOn", "rankInSizeClass", "rankChange");

    private final MetricBook book = MetricBook.load();

    @Test
    void everyTextShouldBeWrittenInBothLanguages() {
        for (Metric metric : book.all()) {
            Metric.Words words = metric.words();
            List<String> texts = Stream.of(words.name(), words.definition(), words.limits())
                    .flatMap(text -> Stream.of(text.vi(), text.en()))
                    .toList();
            texts.forEach(text -> assertFalse(text.isBlank(), metric.id()));
            assertEquals(texts.size(), Set.copyOf(texts).size(), metric.id());
            assertTrue(words.definition().vi().endsWith("."), metric.id());
            assertFalse(words.source().isEmpty(), metric.id());
        }
    }

    @Test
    void everyMeasureOfAMetricShouldBeComputedForItsScopes() {
        for (Metric metric : book.all()) {
            boolean ofBanks = metric.scopes().equals(Set.of(ScopeKind.BANK));
            assertEquals(ofBanks, metric.scopes().contains(ScopeKind.BANK), metric.id());
            for (String id : metric.formula().measures()) {
                Measure measure = Measure.find(id).orElseThrow();
                assertEquals(ofBanks, measure.ofBanks(), id);
                assertNotEquals(Measure.Kind.DISCLOSURE, measure.kind(), id);
            }
        }
    }

    @Test
    void everyMeasureShouldBeUsedByAMetricOrByDisclosureControl() {
        Set<String> used = book.all().stream()
                .flatMap(metric -> metric.formula().measures().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> computed = Arrays.stream(Measure.values())
                .filter(measure -> measure.kind() != Measure.Kind.DISCLOSURE)
                .map(Measure::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(computed, used);
    }

    @Test
    void foldsShouldSayHowTheMeasuresAreFolded() {
        for (Metric metric : book.all()) {
            for (String id : metric.formula().measures()) {
                assertEquals(metric.fold(), fold(Measure.find(id).orElseThrow()), metric.id() + " " + id);
            }
        }
    }

    @Test
    void derivedMetricsShouldBeTheOnesThatSomebodyComputes() {
        assertEquals(DERIVED, book.all().stream()
                .filter(metric -> metric.formula() instanceof Formula.Derived)
                .map(Metric::id)
                .collect(Collectors.toSet()));
    }

    @Test
    void placesShouldHaveNoBankMetricsAndBanksNoOthers() {
        assertTrue(book.of(ScopeKind.BANK).stream().allMatch(metric -> metric.group().equals("banks")));
        assertTrue(book.of(ScopeKind.CITY).stream().noneMatch(metric -> metric.group().equals("banks")));
        assertTrue(book.of(ScopeKind.CATEGORY).stream()
                .noneMatch(metric -> metric.formula().measures().contains(Measure.PREMISES.id())));
        assertTrue(book.of(ScopeKind.CITY).size() > 30);
    }

    @Test
    void sizeClassesShouldTakeEveryDistrict() {
        SizeClasses classes = book.sizeClasses();

        assertEquals(SizeClass.UNKNOWN, classes.all().getLast().id());
        assertEquals("small", classes.of(Optional.of(1L)).id());
        assertEquals(SizeClass.UNKNOWN, classes.of(Optional.of(0L)).id());
        assertEquals(SizeClass.UNKNOWN, classes.of(Optional.empty()).id());
    }

    private static Fold fold(Measure measure) {
        return switch (measure.kind()) {
            case SUM -> Fold.SUM;
            case QUANTILE -> Fold.SKETCH;
            case LAST, DISCLOSURE -> Fold.LAST;
        };
    }
}
