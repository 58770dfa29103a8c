package vn.phopay.release;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A release as it was drafted, and what was done about it.
 *
 * @param id its id
 * @param number what it is called
 * @param attempt which draft of this number it is; rejected ones were never public
 * @param draftedAt when it was drafted
 * @param draftedBy who drafted it; empty for the job
 * @param reasons why it corrects the revision before; empty for a first one
 * @param contentHash SHA-256 of its manifest, lower-case hex
 * @param notes what staff should know before they decide, see {@link ReleaseNotes}
 * @param acts what was done about it, oldest first
 */
public record Release(UUID id, ReleaseNumber number, int attempt, Instant draftedAt, Optional<String> draftedBy,
                      String reasons, String contentHash, JsonObject notes, List<ReleaseAct> acts) {
    /** Copies {@code notes} and {@code acts}. */
    public Release {
        notes = notes.copy();
        acts = List.copyOf(acts);
    }

    /** A copy of the notes. */
    @Override
    public JsonObject notes() {
        return notes.copy();
    }

    /** How far it has come. */
    public ReleaseState state() {
        if (act(ReleaseAct.Kind.APPROVE).isPresent()) {
            return ReleaseState.PUBLISHED;
        }
        if (act(ReleaseAct.Kind.REJECT).isPresent()) {
            return ReleaseState.REJECTED;
        }
        return act(ReleaseAct.Kind.PROPOSE).isPresent() ? ReleaseState.PROPOSED : ReleaseState.DRAFT;
    }

    /** Whether somebody has still to decide about it. */
    public boolean isOpen() {
        return state() == ReleaseState.DRAFT || state() == ReleaseState.PROPOSED;
    }

    /** What was done, where it was. */
    public Optional<ReleaseAct> act(ReleaseAct.Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).findFirst();
    }

    /** When it was published. */
    public Optional<Instant> publishedAt() {
        return act(ReleaseAct.Kind.APPROVE).map(ReleaseAct::at);
    }
}
