package vn.phopay.consent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.StaffId;

/**
 * How somebody said so, and who wrote it down.
 *
 * @param form in which form
 * @param note what helps to find the proof, such as the number of a paper, 1 to {@link #NOTE_LENGTH_MAX} characters
 * @param recordedBy the member of staff who wrote it down; null where the merchant ticked it itself
 */
public record ConsentEvidence(Form form, Optional<String> note, @Nullable StaffId recordedBy) {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 300;

    /** In which form it was said. */
    public enum Form {
        /** Ticked by the merchant on its own page. */
        TICKED,
        /** Signed on paper, of which staff have the original. */
        SIGNED_PAPER,
        /** Spoken in the presence of staff. */
        SPOKEN
    }

    /** Refuses what nobody would believe: a tick that staff made, or a paper that nobody took. */
    public ConsentEvidence {
        if ((form == Form.TICKED) != (recordedBy == null)) {
            throw new IllegalArgumentException("staff record papers and words, merchants tick");
        }
    }

    /** The merchant ticked it on its own page. */
    public static ConsentEvidence ticked() {
        return new ConsentEvidence(Form.TICKED, Optional.empty(), null);
    }

    /** Whether staff wrote it down for the merchant. */
    public boolean isAssisted() {
        return recordedBy != null;
    }
}
