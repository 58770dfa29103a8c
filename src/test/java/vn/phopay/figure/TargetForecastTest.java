package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.TargetForecast.Forecast;
import vn.phopay.figure.TargetForecast.Point;
import vn.phopay.figure.TargetForecast.State;
import vn.phopay.figure.TargetForecast.Target;

/** Gap, slope and the date on which a gap closes. */
final class TargetForecastTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 1);
    private static final Target HALF_OF_200 = new Target(new BigDecimal("0.5"), 200);

    private static List<Point> weekly(long... activeOutlets) {
        List<Point> points = new ArrayList<>();
        for (int week = 0; week < activeOutlets.length; week++) {
            points.add(new Point(SUNDAY.minusWeeks(activeOutlets.length - 1L - week), activeOutlets[week]));
        }
        return points;
    }

    private static Forecast forecast(long... activeOutlets) {
        return TargetForecast.of(weekly(activeOutlets), HALF_OF_200).orElseThrow();
    }

    /** Two outlets a week are no finite decimal a day; six missing outlets take three weeks and not a day more. */
    @Test
    void forecastShouldNotBeADayLateWhereTheSlopeIsNoFiniteDecimal() {
        Forecast forecast = forecast(86, 88, 90, 92, 94);

        assertEquals(6, forecast.outletsMissing());
        assertEquals(Optional.of(SUNDAY.plusWeeks(3)), forecast.closesOn());
    }

    @Test
    void forecastShouldTellTheDayOnWhichTheGapCloses() {
        Forecast forecast = forecast(10, 20, 30, 40, 50, 60);

        Forecast expected = new Forecast(
                State.CLOSING, new BigDecimal("0.3000"), new BigDecimal("0.2000"), 40,
                Optional.of(new BigDecimal("10.00")), Optional.of(SUNDAY.plusWeeks(4)));
        assertEquals(expected, forecast);
    }

    @Test
    void forecastShouldRoundTheDayUp() {
        // 7 outlets a week are one a day; 59 are missing of 100.
        assertEquals(Optional.of(SUNDAY.plusDays(59)), forecast(27, 34, 41).closesOn());
        // 2 a day: 59 are 29.5 days.
        assertEquals(Optional.of(SUNDAY.plusDays(30)), forecast(13, 27, 41).closesOn());
    }

    @Test
    void forecastShouldNotBendForOneOddWeek() {
        assertEquals(Optional.of(new BigDecimal("2.00")), forecast(10, 12, 14, 90, 18, 20, 22, 24).outletsPerWeek());
    }

    @Test
    void forecastShouldLookAtEightWeeksOnly() {
        assertEquals(
                Optional.of(new BigDecimal("2.00")), forecast(1_000, 10, 12, 14, 16, 18, 20, 22, 24).outletsPerWeek());
    }

    @Test
    void forecastShouldNameNoDayWhereTheSlopeIsLevelOrFalls() {
        assertEquals(State.NOT_CLOSING, forecast(50, 50, 50, 50).state());
        assertEquals(Optional.empty(), forecast(50, 49, 48, 47).closesOn());
    }

    @Test
    void forecastShouldNameNoDayBeyondTenYears() {
        // One outlet in seven weeks.
        Target far = new Target(BigDecimal.ONE, 1_000);
        Forecast forecast = TargetForecast.of(weekly(10, 10, 10, 10, 10, 11, 11, 11), far).orElseThrow();
        assertEquals(State.NOT_CLOSING, forecast.state());
    }

    @Test
    void forecastShouldSayReachedWithoutAGap() {
        Forecast forecast = forecast(100, 101, 100);

        assertEquals(State.REACHED, forecast.state());
        assertEquals(new BigDecimal("0.0000"), forecast.gap());
        assertEquals(Optional.empty(), forecast.closesOn());
    }

    @Test
    void forecastShouldNeedWholeOutlets() {
        // Half of 201 are 100.5: 101 outlets reach it.
        Target odd = new Target(new BigDecimal("0.5"), 201);
        assertEquals(1, TargetForecast.of(weekly(100, 100, 100), odd).orElseThrow().outletsMissing());
        assertEquals(0, TargetForecast.of(weekly(101, 101, 101), odd).orElseThrow().outletsMissing());
    }

    @Test
    void forecastShouldHaveNoSlopeBelowThreeWeeks() {
        assertEquals(State.TOO_SHORT, forecast(10, 20).state());
        assertEquals(new BigDecimal("0.4000"), forecast(10, 20).gap());
        assertEquals(Optional.empty(), TargetForecast.of(List.of(), HALF_OF_200));
    }

    @Test
    void targetShouldBeAShareOfSomething() {
        assertThrows(IllegalArgumentException.class, () -> new Target(new BigDecimal("1.01"), 10));
        assertThrows(IllegalArgumentException.class, () -> new Target(new BigDecimal("-0.01"), 10));
        assertThrows(IllegalArgumentException.class, () -> new Target(BigDecimal.ONE, 0));
    }

    @Test
    void pointsShouldPutTheRunningWeekOnToday() {
        Period running = Period.of(Interval.WEEK, SUNDAY.plusDays(2));
        LocalDate today = SUNDAY.plusDays(3);

        List<Point> points = TargetForecast.points(
                List.of(new Figures("district-002", running.previous(), Map.of("activeOutlets30", 5L)),
                        new Figures("district-002", running, Map.of("activeOutlets30", 6L)),
                        new Figures("district-002", running.next(), Map.of())),
                today);

        assertEquals(List.of(new Point(SUNDAY, 5), new Point(today, 6)), points);
    }
}
