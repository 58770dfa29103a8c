package vn.phopay;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phopay.http.EditionTag;
import vn.phopay.http.KeptAnswers;
import vn.phopay.http.adoption.AdoptionEdge;
import vn.phopay.web.city.CityAnswers;

/** Wires what is kept in memory of answers made of figures, and how it is told apart. */
final class AppAnswers {
    /** Outsiders' figures may be this old: as long as the pause between two folds. */
    private static final Duration ADOPTION_AGE_MAX = Duration.ofSeconds(1);
    /** Of the pages' parts and files, and of the public's answers: a page of districts takes some 50 kB. */
    private static final KeptAnswers.Limits LIMITS = new KeptAnswers.Limits(500, 32L << 20);

    private final AppParts parts;
    private final EditionTag figureTags;
    private final KeptAnswers figureAnswers;

    AppAnswers(AppParts parts) {
        this.parts = parts;
        this.figureTags = tags(parts.figureEditions()::current);
        this.figureAnswers = new KeptAnswers(figureTags::present, LIMITS);
    }

    /** Pages that follow from figures. */
    CityAnswers pages() {
        return new CityAnswers(figureTags, figureAnswers, parts.pool(), parts.threads());
    }

    /** Public answers that follow from figures. */
    AdoptionEdge figures() {
        return edge(figureTags, figureAnswers);
    }

    /** Public answers that follow from rollups, too. */
    AdoptionEdge rollups() {
        EditionTag tags = tags(parts.figureEditions()::withRollups);
        return edge(tags, new KeptAnswers(tags::present, LIMITS));
    }

    private AdoptionEdge edge(EditionTag tags, KeptAnswers kept) {
        return new AdoptionEdge(parts.threads(), parts.clock(), ADOPTION_AGE_MAX, tags, kept);
    }

    /** Places are told out of memory, which may be a moment behind the edition: their version counts besides. */
    private EditionTag tags(Supplier<Optional<String>> edition) {
        return new EditionTag(() -> edition.get().map(known -> known + ' ' + parts.places().version()),
                parts.clock(), CodeVersion.read());
    }
}
