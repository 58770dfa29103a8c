package vn.phopay.web.desk.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.phopay.access.Authority;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.OutletId;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.QrCodeStore;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.merchant.OutletView;
import vn.phopay.printing.PrintBatch;
import vn.phopay.printing.PrintBatchStore;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseHistory;
import vn.phopay.reconciliation.CaseStatus;
import vn.phopay.safety.CaseReports;
import vn.phopay.safety.TamperQueue;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;
import vn.phopay.web.desk.Age;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;
import vn.phopay.web.desk.cases.CaseFact;

/** One case of reports as the safety desk looks at it: who told what, with photos; the shop's codes and sheets. */
public final class SafetyCasePage {
    private static final int CODES_MAX = 100;

    private final Sources sources;
    private final Codes codes;
    private final Clock clock;
    private final PageKit kit;

    /** What is known of a case. */
    public record Sources(CaseHistory history, CaseReports reports, MerchantStore merchants) {}

    /** What hangs on the shop's wall. */
    public record Codes(QrCodeStore codes, PrintBatchStore batches) {}

    /** A page out of {@code sources} and {@code codes}. */
    public SafetyCasePage(Sources sources, Codes codes, Clock clock, PageKit kit) {
        this.sources = sources;
        this.codes = codes;
        this.clock = clock;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param file the case
     * @param facts what a scan read, and what was found out about it
     * @param reports who told what
     * @param acts what was done
     * @param shop the shop, where it is known
     * @param may whether the reader decides
     * @param age how long it is, or was, open
     * @param form what was typed
     */
    public record Model(
            CaseFile file,
            List<CaseFact> facts,
            List<CaseReports.Entry> reports,
            List<CaseHistory.Entry> acts,
            Optional<Shop> shop,
            boolean may,
            Age age,
            Form form) {
        /** Where it is looked at. */
        public String address() {
            return SafetyPath.of(file.id());
        }

        /** Whether it still needs somebody. */
        public boolean open() {
            return file.standing().status() != CaseStatus.RESOLVED;
        }

        /** Whether it is open for too long. */
        public boolean late() {
            return open() && age.exceeds(TamperQueue.TARGET);
        }

        /** The target in hours. */
        public long targetHours() {
            return TamperQueue.TARGET.toHours();
        }

        /** How many photos came with the reports. */
        public long photos() {
            return reports.stream().filter(report -> report.photo().isPresent()).count();
        }
    }

    /**
     * The shop and what hangs there.
     *
     * @param outlet the outlet and whose it is
     * @param codes codes of this outlet that may be paid
     * @param batches everything that was printed for this outlet, the newest first
     */
    public record Shop(OutletView outlet, List<QrCode> codes, List<PrintBatch> batches) {
        /** Sheets that were taken back. */
        public List<PrintBatch> recalled() {
            return batches.stream().filter(batch -> batch.recall().isPresent()).toList();
        }

        /** Sheets that may hang there still. */
        public List<PrintBatch> hanging() {
            return batches.stream().filter(batch -> batch.recall().isEmpty()).toList();
        }
    }

    /** The page of {@code file}, which the caller may see. */
    Reply page(Call call, SqlConnection transaction, CaseFile file, Shown shown) {
        View view = kit.view(call);
        List<CaseReports.Entry> reports = Future.await(sources.reports().list(transaction, file.id()));
        Instant end = file.standing().resolvedAt().orElse(clock.instant());
        Model model = new Model(file, CaseFact.ofCode(view, file.evidence()), reports,
                Future.await(sources.history().acts(transaction, file.id())),
                outlet(file, reports).flatMap(outlet -> shop(transaction, outlet)),
                Authority.mayResolveCase(call.principal(), file.about().districtCodes()),
                Age.between(file.standing().openedAt(), end), shown.form());
        return kit.page(shown.status(), view, "desk/safety_case", model);
    }

    /** The shop that the case is about, where anybody named it. */
    private Optional<Shop> shop(SqlConnection transaction, CaseFile file) {
        return outlet(file, Future.await(sources.reports().list(transaction, file.id())))
                .flatMap(outlet -> shop(transaction, outlet));
    }

    /** The shop that the case is about, where the caller may change what hangs there; else nothing is there. */
    Shop shopInHand(Call call, SqlConnection transaction, CaseFile file) {
        return shop(transaction, file)
                .filter(found -> Authority.mayEditMerchant(call.principal(), found.outlet().merchant().id(),
                        Set.of(found.outlet().place().districtCode())))
                .orElseThrow(Desk::notFound);
    }

    private static Optional<OutletId> outlet(CaseFile file, List<CaseReports.Entry> reports) {
        return Stream.concat(
                reports.stream().flatMap(report -> report.where().outlet().stream()),
                Optional.ofNullable(file.evidence().getString("outletId")).flatMap(OutletId::parse).stream())
                .findFirst();
    }

    private Optional<Shop> shop(SqlConnection transaction, OutletId outlet) {
        return Future.await(sources.merchants().outletWithMerchant(transaction, outlet)).map(view -> new Shop(view,
                Future.await(codes.codes().list(transaction,
                                new QrCodeStore.PageRequest(outlet, Optional.empty(), CODES_MAX))).items().stream()
                        .filter(code -> code.statusAt(clock.instant()) == QrCode.Status.ACTIVE)
                        .toList(),
                Future.await(codes.batches().list(transaction, view.merchant().id())).stream()
                        .filter(batch -> batch.owner().outlet().equals(outlet))
                        .toList()));
    }
}
