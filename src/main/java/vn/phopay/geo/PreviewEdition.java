package vn.phopay.geo;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.time.BusinessDay;

/** Tells what a proposed edition would move if it were confirmed now. Writes nothing; runs on a virtual thread. */
public final class PreviewEdition {
    private final PlaceStore places = new PlaceStore();
    private final Clock clock;

    /** As of the day that {@code clock} tells. */
    public PreviewEdition(Clock clock) {
        this.clock = clock;
    }

    /**
     * What would come of it.
     *
     * @param plan what it does to places; empty where its file does not fit them any more
     * @param impact what else it moves; empty as {@code plan} is
     * @param faults why it does not fit
     */
    public record Preview(Optional<EditionPlan> plan, Optional<EditionImpact> impact, List<SheetFault> faults) {
        /** Nothing to be seen. */
        public static final Preview NONE = new Preview(Optional.empty(), Optional.empty(), List.of());

        /** Copies the list. */
        public Preview {
            faults = List.copyOf(faults);
        }
    }

    /** Reads the file of {@code edition} and holds it against the places as they are. */
    public Preview preview(SqlConnection transaction, Edition edition) {
        PlaceDirectory now = await(places.load(transaction));
        byte[] csv = edition.csv().getBytes(StandardCharsets.UTF_8);
        return switch (EditionSheet.read(csv, now, BusinessDay.of(clock.instant()))) {
            case EditionSheet.Faulty(List<SheetFault> faults) ->
                    new Preview(Optional.empty(), Optional.empty(), faults);
            case EditionSheet.Good(EditionDraft draft) -> {
                EditionPlan plan = EditionPlan.of(now, draft);
                EditionImpact impact = await(EditionImpact.of(transaction, plan));
                yield new Preview(Optional.of(plan), Optional.of(impact), List.of());
            }
        };
    }
}
