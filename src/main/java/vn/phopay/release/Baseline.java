package vn.phopay.release;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The denominator of rates of a place, as it held on a month's last day.
 *
 * @param validFrom from which day on it holds
 * @param premises trading premises
 * @param target the adoption rate to be reached, where one is set
 * @param source who counted them, in the words of whoever entered it
 */
public record Baseline(LocalDate validFrom, long premises, Optional<BigDecimal> target, String source) {}
