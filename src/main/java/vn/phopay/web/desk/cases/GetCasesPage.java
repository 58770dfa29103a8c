package vn.phopay.web.desk.cases;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseLoad;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.reconciliation.CaseStatus;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Age;
import vn.phopay.web.desk.Desk;

/** GET /vu-viec: cases that need a person, the oldest first, or those that came to their end, the newest first. */
public final class GetCasesPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CasePath.LIST, Access.STAFF);
    private static final List<String> PARAMETERS = List.of("xem", "loai", "ngan-hang", "tuoi");
    private static final Duration LATE = Duration.ofDays(3);

    private final CaseReader reader;
    private final Supplier<List<String>> banks;
    private final Clock clock;
    private final PageKit kit;

    /** Lists cases by {@code reader}; {@code banks} are those that may be chosen, by code. */
    public GetCasesPage(CaseReader reader, Supplier<List<String>> banks, Clock clock, PageKit kit) {
        this.reader = reader;
        this.banks = banks;
        this.clock = clock;
        this.kit = kit;
    }

    /** Which cases are looked at, by the name in the address. */
    private enum Shown {
        OPEN("", Set.of(CaseStatus.OPEN, CaseStatus.ACKNOWLEDGED)),
        FRESH("moi", Set.of(CaseStatus.OPEN)),
        IN_HAND("dang-xu-ly", Set.of(CaseStatus.ACKNOWLEDGED)),
        PENDING("cho-nguoi-thu-hai", Set.of(CaseStatus.ACKNOWLEDGED)),
        RESOLVED("da-xong", Set.of(CaseStatus.RESOLVED));

        private final String name;
        private final Set<CaseStatus> statuses;

        Shown(String name, Set<CaseStatus> statuses) {
            this.name = name;
            this.statuses = statuses;
        }

        static Shown of(String name) {
            return Arrays.stream(values()).filter(one -> one.name.equals(name)).findFirst().orElse(OPEN);
        }
    }

    /**
     * What the template shows.
     *
     * @param asked what was asked for, by query parameter
     * @param rows the cases
     * @param load how much is left in all
     * @param kinds how much is left of each kind, kinds without any included
     * @param banks codes of banks that may be chosen
     * @param more where the next page is; empty for none
     */
    public record Model(
            Map<String, String> asked,
            List<Row> rows,
            CaseLoad.Count load,
            List<KindLoad> kinds,
            List<String> banks,
            String more) {
        /** Copies what it is given. */
        public Model {
            asked = Map.copyOf(asked);
            rows = List.copyOf(rows);
            kinds = List.copyOf(kinds);
            banks = List.copyOf(banks);
        }

        /** The address of the same search in another view. */
        public String viewLink(String name) {
            Map<String, String> other = new LinkedHashMap<>(asked);
            other.put("xem", name);
            return Desk.link(CasePath.LIST, other);
        }

        /** Whether anything narrows the list. */
        public boolean narrowed() {
            return List.of("loai", "ngan-hang", "tuoi").stream().anyMatch(name -> Desk.given(asked, name).isPresent());
        }
    }

    /** A kind, and how many cases of it are left. */
    public record KindLoad(CaseKind kind, long cases) {}

    /** A case in the list, and how old it is; {@code late} where it waits for too long. */
    public record Row(CaseFile file, Age age, boolean late) {
        /** Where it is looked at. */
        public String address() {
            return CasePath.of(file.id());
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Map<String, String> asked = Desk.asked(call, PARAMETERS);
        Set<String> districts = call.principal().districtCodes();
        CaseReader.Page page = page(call, transaction, asked);
        CaseLoad load = Future.await(CaseLoad.read(transaction, districts));
        List<KindLoad> kinds = CasePath.KINDS.stream()
                .map(kind -> new KindLoad(kind, load.of(Set.of(kind)).cases()))
                .toList();
        Model model = new Model(asked, page.items().stream().map(this::row).toList(), load.of(CasePath.KINDS), kinds,
                banks.get(), page.next().map(next -> more(asked, next)).orElse(""));
        return kit.page(kit.view(call), "desk/case_list", model);
    }

    private CaseReader.Page page(Call call, SqlConnection transaction, Map<String, String> asked) {
        Shown shown = Shown.of(asked.getOrDefault("xem", ""));
        Optional<CaseKind> kind = CasePath.KINDS.stream()
                .filter(one -> one.name().equals(asked.get("loai")))
                .findFirst();
        CaseReader.PageRequest page = new CaseReader.PageRequest(
                call.queryParameter("sau").flatMap(CaseId::parse), Desk.ROWS_MAX);
        Set<String> districts = call.principal().districtCodes();
        if (shown == Shown.RESOLVED) {
            return Future.await(reader.list(transaction, new CaseReader.Filter(
                    kind, Optional.of(CaseStatus.RESOLVED), Desk.given(asked, "ngan-hang")), page, districts));
        }
        return Future.await(reader.queue(transaction, new CaseReader.Queue(
                kind.map(Set::of).orElse(CasePath.KINDS), shown.statuses, Desk.given(asked, "ngan-hang"),
                openedBefore(asked.getOrDefault("tuoi", "")), shown == Shown.PENDING), page, districts));
    }

    /** Only cases older than so many days. */
    private Optional<Instant> openedBefore(String days) {
        return List.of("1", "3", "7").contains(days)
                ? Optional.of(clock.instant().minus(Duration.ofDays(Long.parseLong(days))))
                : Optional.empty();
    }

    private static String more(Map<String, String> asked, CaseId next) {
        Map<String, String> parameters = new LinkedHashMap<>(asked);
        parameters.put("sau", next.toString());
        return Desk.link(CasePath.LIST, parameters);
    }

    private Row row(CaseFile file) {
        Instant end = file.standing().resolvedAt().orElse(clock.instant());
        Age age = Age.between(file.standing().openedAt(), end);
        return new Row(file, age, file.standing().status() != CaseStatus.RESOLVED && age.exceeds(LATE));
    }
}
