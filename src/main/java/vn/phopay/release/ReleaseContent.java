package vn.phopay.release;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.SizeClasses;

/**
 * What a release says, after disclosure: everything that its files are made from.
 *
 * @param number what the release is called
 * @param draftedOn the business day on which it was drafted: the only date in its files that is not of the month
 * @param definitions what its metrics mean
 * @param cells its figures, by kind of scope, code and metric
 * @param baselines denominators, by id of the place
 * @param previous the release that districts are compared with: the month before, as published last; empty for none
 * @param quality how complete the month's data is
 * @param correction why and what it corrects; empty for a first revision
 */
public record ReleaseContent(
        ReleaseNumber number,
        LocalDate draftedOn,
        Definitions definitions,
        List<ReleaseCell> cells,
        Map<String, Baseline> baselines,
        Optional<Previous> previous,
        ReleaseQuality quality,
        Optional<Correction> correction) {
    /** Copies {@code cells} and {@code baselines}. */
    public ReleaseContent {
        cells = List.copyOf(cells);
        baselines = Map.copyOf(baselines);
    }

    /**
     * What metrics mean.
     *
     * @param version the version of the definitions
     * @param sizeClasses which districts are ranked among each other
     */
    public record Definitions(String version, SizeClasses sizeClasses) {}

    /**
     * The release before.
     *
     * @param number what it is called
     * @param districtsSha256 hash of its file of districts, which the comparison was made with
     * @param codeToRate the published adoption rates of its districts, by code
     */
    public record Previous(ReleaseNumber number, String districtsSha256,
                           Map<String, BigDecimal> codeToRate) {
        /** Copies the rates. */
        public Previous {
            codeToRate = Map.copyOf(codeToRate);
        }
    }

    /**
     * Why a release corrects another.
     *
     * @param corrects the revision before
     * @param reasons why, in the staff member's words
     * @param changes the figures that differ
     */
    public record Correction(ReleaseNumber corrects, String reasons, List<Change> changes) {
        /** Copies {@code changes}. */
        public Correction {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A figure that a correction changes, as files write it.
     *
     * @param scopeId what it is about
     * @param metric the metric
     * @param before value, or {@code withheld:REASON}, or empty
     * @param after the same of the new revision
     */
    public record Change(String scopeId, String metric, String before, String after) {}

    /** Its figures of one kind of scope, by scope, in order. */
    public Map<ReleaseScope, Map<String, ReleaseCell>> of(ScopeKind kind) {
        return cells.stream().filter(cell -> cell.scope().kind() == kind).collect(Collectors.groupingBy(
                ReleaseCell::scope, LinkedHashMap::new,
                Collectors.toMap(ReleaseCell::metric, Function.identity(), (one, other) -> one,
                        LinkedHashMap::new)));
    }

    /** How many figures are withheld, by reason. */
    public Map<String, Long> withheld() {
        return cells.stream().flatMap(cell -> cell.withheld().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
