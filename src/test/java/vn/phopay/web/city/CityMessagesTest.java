package vn.phopay.web.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.adoption.Interval;
import vn.phopay.merchant.Language;
import vn.phopay.metric.Direction;
import vn.phopay.metric.DisclosureClass;
import vn.phopay.metric.Fold;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.Unit;
import vn.phopay.place.SeriesBreaks;
import vn.phopay.web.Words;

/** Texts whose keys are put together of what a metric or a figure is are there for everything that can be. */
class CityMessagesTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatCanBeShouldHaveItsWords(Language language) {
        Words words = Words.load(language);
        assertEquals(List.of(), keys().filter(key -> !words.has(key)).toList());
    }

    private static Stream<String> keys() {
        MetricBook book = MetricBook.load();
        return Stream.of(
                        of(Unit.values(), "city.metric.unit.%s"), of(Fold.values(), "city.metric.fold.%s"),
                        of(Direction.values(), "city.metric.direction.%s"),
                        of(DisclosureClass.values(), "city.metric.disclosure.%s"),
                        of(ScopeKind.values(), "city.scope.%s"), of(Interval.values(), "city.interval.%s"),
                        of(Tile.Way.values(), "city.way.%s"), of(Tile.Way.values(), "city.way.%s.said"),
                        of(SeriesBreaks.What.values(), "city.break.%s"),
                        book.all().stream().map(Metric::group).map("city.metrics.group."::concat),
                        book.all().stream().map(Metric::formula).flatMap(CityMessagesTest::derived))
                .flatMap(all -> all);
    }

    private static Stream<String> derived(Formula formula) {
        return formula instanceof Formula.Derived(String name)
                ? Stream.of("city.metric.derived." + name) : Stream.empty();
    }

    private static Stream<String> of(Enum<?>[] values, String key) {
        return Arrays.stream(values).map(value -> key.formatted(value.name()));
    }
}
