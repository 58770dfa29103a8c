package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.disclosure.Decisions;
import vn.phopay.disclosure.DisclosureControl;
import vn.phopay.disclosure.FigureClass;
import vn.phopay.disclosure.Level;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.PublishedBefore;
import vn.phopay.figure.Figures;
import vn.phopay.figure.ReleasedMonths;
import vn.phopay.place.PlaceDirectory;

/**
 * Holds the live figures of a published month to its releases: outsiders see of it what a further revision, made of
 * what is known now, would publish anew. What a release withholds stays withheld, and what came late shows only
 * together with enough others; so releases and live figures together tell no more than two revisions do.
 */
public final class HoldToReleases implements ReleasedMonths {
    private final ReleaseStore releases = new ReleaseStore();
    private final ReleaseScopes scopes;

    /** Holds figures of {@code places}. */
    public HoldToReleases(PlaceDirectory places) {
        this.scopes = new ReleaseScopes(places);
    }

    @Override
    public Optional<Set<String>> withheld(SqlConnection connection, YearMonth month) {
        List<Buffer> secrets = await(releases.secrets(connection, month));
        return secrets.isEmpty()
                ? Optional.empty()
                : Optional.of(withheld(new ReadMonthCells(connection, scopes, month).paid(), secrets));
    }

    private static Set<String> withheld(MonthCells now, List<Buffer> secrets) {
        PublishedBefore published = new PublishedBefore(secrets.stream()
                .map(secret -> ReleaseSecrets.read(now.month(), secret).revisions().get(Population.PAID))
                .toList());
        Decisions decisions = new DisclosureControl().decide(now, published, FigureClass.VALUE);
        return decisions.scopes().stream()
                .filter(scope -> !decisions.of(scope, FigureClass.VALUE).isPublished())
                .map(scope -> scope.level() == Level.CITY ? Figures.CITY : scope.id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
