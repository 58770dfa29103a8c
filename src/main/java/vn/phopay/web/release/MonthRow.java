package vn.phopay.web.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseState;

/**
 * A month in the list.
 *
 * @param month which one
 * @param due from which day on its release is drafted by itself
 * @param releases its releases that the visitor may see, newest first
 */
public record MonthRow(YearMonth month, LocalDate due, List<Release> releases) {
    /** Copies {@code releases}. */
    public MonthRow {
        releases = List.copyOf(releases);
    }

    /**
     * What stands for the month: the one that waits for a decision, else the newest that is public, else the newest.
     */
    public Optional<Release> standing() {
        return releases.stream().filter(Release::isOpen).findFirst()
                .or(() -> releases.stream().filter(one -> one.state() == ReleaseState.PUBLISHED).findFirst())
                .or(() -> releases.stream().findFirst());
    }

    /** The newest revision that is public. */
    public Optional<Release> published() {
        return releases.stream().filter(one -> one.state() == ReleaseState.PUBLISHED).findFirst();
    }

    /** The address of the month. */
    public String address() {
        return ReleasePath.of(month);
    }

    /** The address of one of its releases. */
    public String address(Release release) {
        return ReleasePath.of(release);
    }
}
