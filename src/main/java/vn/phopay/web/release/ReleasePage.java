package vn.phopay.web.release;

import static io.vertx.core.Future.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseAct;
import vn.phopay.release.ReleaseFile;
import vn.phopay.release.ReleaseNotes;
import vn.phopay.release.ReleaseState;
import vn.phopay.release.ReleaseStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * Makes the page of one release: what it says, what it withholds, what it changes, and the forms that decide about it.
 */
public final class ReleasePage {
    private static final String TABLE = "bang";
    private static final String DEFAULT_TABLE = "districts.csv";
    private static final String CHANGES = "changes.csv";
    private static final int ROWS_MAX = 150;

    private final ReleaseStore releases;
    private final Clock clock;
    private final PageKit kit;

    /** Shows {@code releases}. */
    public ReleasePage(ReleaseStore releases, Clock clock, PageKit kit) {
        this.releases = releases;
        this.clock = clock;
        this.kit = kit;
    }

    /** The release in the address; one that the visitor may not see is not found. */
    Release find(Call call, SqlConnection transaction) {
        return await(releases.find(transaction, ReleasePath.month(call, clock), ReleasePath.release(call)))
                .filter(release -> ReleasePath.maySee(call.principal(), release))
                .orElseThrow(ReleasePath::notFound);
    }

    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        Release release = find(call, transaction);
        List<ReleaseStore.FileHead> files = await(releases.heads(transaction, release.id()));
        String chosen = call.queryParameter(TABLE)
                .filter(name -> name.endsWith(".csv") && files.stream().anyMatch(file -> file.path().equals(name)))
                .orElse(DEFAULT_TABLE);
        Optional<Table> changes = files.stream().anyMatch(file -> file.path().equals(CHANGES))
                ? Optional.of(table(transaction, release, CHANGES)) : Optional.empty();
        return kit.page(status, kit.view(call), "release/show", new Model(release,
                ReleaseNotes.read(release.notes()), files, table(transaction, release, chosen), changes,
                rights(call.principal(), release), form));
    }

    private static Rights rights(Principal who, Release release) {
        boolean analyst = who.districtCodes().isEmpty()
                && (who.role() == Role.ANALYST || who.role() == Role.ADMIN);
        boolean own = release.act(ReleaseAct.Kind.PROPOSE)
                .filter(act -> act.actor().equals(who.subjectId())).isPresent();
        return new Rights(analyst && release.state() == ReleaseState.DRAFT,
                who.role() == Role.ADMIN && analyst && release.state() == ReleaseState.PROPOSED && !own,
                analyst && release.isOpen(), own);
    }

    private Table table(SqlConnection transaction, Release release, String path) {
        ReleaseFile file = await(releases.file(transaction, release.id(), path)).orElseThrow(ReleasePath::notFound);
        List<List<String>> rows = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(file.bytes().toString()).stream()
                .map(CsvRecord::getFields).forEach(rows::add);
        return new Table(path, rows.getFirst(), rows.subList(1, Math.min(rows.size(), ROWS_MAX + 1)), rows.size() - 1);
    }

    /**
     * A table of a release.
     *
     * @param path its file
     * @param head names of its columns
     * @param rows its first rows
     * @param total how many rows it has
     */
    public record Table(String path, List<String> head, List<List<String>> rows, int total) {
        /** Copies the lists. */
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What the visitor may do.
     *
     * @param propose whether to ask for its publication
     * @param approve whether to publish it
     * @param reject whether to turn it down
     * @param own whether it was the visitor who proposed it
     */
    public record Rights(boolean propose, boolean approve, boolean reject, boolean own) {}

    /**
     * What the page shows.
     *
     * @param release the release
     * @param notes what staff should know before they decide
     * @param files its files
     * @param table the table that is looked at
     * @param changes what it changes; empty for a first revision
     * @param rights what the visitor may do
     * @param form the form that decides
     */
    public record Model(Release release, ReleaseNotes notes, List<ReleaseStore.FileHead> files, Table table,
                        Optional<Table> changes, Rights rights, Form form) {
        /** Copies {@code files}. */
        public Model {
            files = List.copyOf(files);
        }

        /** The tables that can be looked at. */
        public List<String> tables() {
            return files.stream().map(ReleaseStore.FileHead::path).filter(path -> path.endsWith(".csv")).toList();
        }

        /** Files without bulletins, which are many. */
        public List<ReleaseStore.FileHead> mainFiles() {
            return files.stream().filter(file -> file.path().indexOf('/') < 0).toList();
        }

        /** How many bulletins there are. */
        public long bulletins() {
            return files.stream().filter(file -> file.path().startsWith("bulletins/")).count();
        }

        /** The release's address. */
        public String address() {
            return ReleasePath.of(release);
        }

        /** The month's address. */
        public String back() {
            return ReleasePath.of(release.number().month());
        }
    }
}
