package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.programme.ImportPremises;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesFile;
import vn.phopay.programme.PremisesStore;
import vn.phopay.web.Form;

/** The register of a street's places of trade: what is known, a form for one more, and lists brought as files. */
public final class RegisterPage {
    /** The field with a file's text. */
    static final String TEXT = "csv";
    /** The field with a file. */
    static final String FILE = "tep";
    /** The largest file, in bytes. */
    static final int FILE_BYTES_MAX = 524_288;

    private final ProgrammeParts parts;
    private final PremisesStore store;

    /** A page of what {@code store} holds. */
    public RegisterPage(ProgrammeParts parts, PremisesStore store) {
        this.parts = parts;
        this.store = store;
    }

    /**
     * What the template shows.
     *
     * @param street the street
     * @param known its places of trade
     * @param form the form for one more
     * @param preview what a file would do; empty where none was brought
     */
    public record Model(Place street, List<Premises> known, Form form, Optional<Preview> preview) {
        /** Copies {@code known}. */
        public Model {
            known = known.stream().sorted(Comparator.comparing(Premises::house)).toList();
        }

        /** The page's address. */
        public String path() {
            return ProgrammePath.register(street);
        }

        /** The street's address. */
        public String streetPath() {
            return ProgrammePath.of(street);
        }

        /** The columns of a file. */
        public List<PremisesFile.Column> columns() {
            return List.of(PremisesFile.Column.values());
        }
    }

    /**
     * What a file would do.
     *
     * @param text the file
     * @param file what it holds
     * @param changes what each good line does
     */
    public record Preview(String text, PremisesFile file, List<ImportPremises.Change> changes) {
        /** Copies {@code changes}. */
        public Preview {
            changes = List.copyOf(changes);
        }

        /** How many lines have this effect. */
        public long count(ImportPremises.Effect effect) {
            return changes.stream().filter(change -> change.effect() == effect).count();
        }

        /** How many lines are wrong. */
        public long faults() {
            return file.lines().stream().filter(line -> !line.faults().isEmpty()).count();
        }
    }

    /** The street in the path of {@code call}, where the caller may see it. */
    Place street(Call call) {
        return parts.own(call).require(parts.places().street(call.path("streetId")));
    }

    ProgrammeParts parts() {
        return parts;
    }

    PremisesStore store() {
        return store;
    }

    /** The page. */
    Reply show(int status, Call call, SqlConnection transaction, Shown shown) {
        Place street = street(call);
        List<Premises> known = Future.await(store.list(transaction, street));
        return parts.kit().page(status, parts.kit().view(call), "programme/register",
                new Model(street, known, shown.form(), shown.preview()));
    }

    /** What the page shows besides the register. */
    record Shown(Form form, Optional<Preview> preview) {}

    /** A page that nobody has typed into yet. */
    Shown fresh() {
        return new Shown(PremisesForm.fresh(parts.today()), Optional.empty());
    }
}
