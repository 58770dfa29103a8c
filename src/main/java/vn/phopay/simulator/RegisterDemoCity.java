package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantAction;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.NewOutlet;
import vn.phopay.merchant.RegisterMerchant;
import vn.phopay.merchant.Registration;
import vn.phopay.place.Place;
import vn.phopay.simulator.DemoMerchant.DemoOutlet;
import vn.phopay.time.BusinessDay;

/**
 * Puts the demo city into the database through the use cases that serve everybody: register, decide, issue. What is
 * there already is left alone, so that a restart adds nothing.
 */
final class RegisterDemoCity {
    /** Merchants written in one transaction. */
    static final int CHUNK = 25;

    private static final Sql READ_KNOWN = Sql.load("simulator/read_known_tax_codes");
    private static final Sql SAVE_BASELINE = Sql.load("simulator/save_demo_baseline");
    private static final Principal STAFF = new Principal(DemoParts.ACTOR, Role.ADMIN, Set.of());
    private static final Duration DECISION_TIME = Duration.ofHours(20);
    private static final int BASELINE_DAYS = 400;
    private static final int PREMISES_MORE_MIN = 3;
    private static final int TARGET_PERCENT = 60;
    private static final String REQUEST_ID = "demo-city";

    private final DemoParts parts;
    private final PasswordHasher unusable;
    private final LocateOutlet locate;

    RegisterDemoCity(DemoParts parts) {
        this.parts = parts;
        // Hashes of random passwords that nobody was told: cheap, because there is nothing to protect.
        this.unusable = new PasswordHasher(parts.vertx(), new PasswordHasher.Settings(8, 1, 1, 1, CHUNK));
        this.locate = new LocateOutlet(parts.places());
    }

    /** The merchants that are not registered yet. */
    List<DemoMerchant> missing() {
        List<DemoMerchant> plan = plan();
        String[] taxCodes = plan.stream().map(merchant -> merchant.profile().taxCode().value()).toArray(String[]::new);
        Set<String> known = new HashSet<>();
        Future.await(READ_KNOWN.execute(parts.pool(), Tuple.tuple().addArrayOfString(taxCodes)))
                .forEach(row -> known.add(row.getString("tax_code")));
        return plan.stream().filter(merchant -> !known.contains(merchant.profile().taxCode().value())).toList();
    }

    private List<DemoMerchant> plan() {
        return DemoCity.plan(parts.places(), Year.of(BusinessDay.of(parts.clock().instant()).getYear()));
    }

    /** Registers {@code merchants} in one transaction. */
    void register(List<DemoMerchant> merchants) {
        parts.inTransaction(transaction -> {
            merchants.forEach(merchant -> register(transaction, merchant));
            return merchants.size();
        });
    }

    /** Saves made-up trading premises of every district, marked as such. */
    void saveBaselines() {
        Instant now = parts.clock().instant();
        LocalDate from = BusinessDay.of(now).withDayOfYear(1).minusDays(BASELINE_DAYS);
        Map<String, Long> districtToOutlets = plan().stream()
                .flatMap(merchant -> merchant.outlets().stream())
                .collect(Collectors.groupingBy(outlet -> outlet.where().districtCode(), Collectors.counting()));
        List<Tuple> baselines = parts.places().districts().stream()
                .map(district -> Tuple.of(district.placeId(), from,
                        premises(district, districtToOutlets.getOrDefault(district.code(), 0L)), TARGET_PERCENT,
                        now.atOffset(ZoneOffset.UTC)))
                .toList();
        Future.await(SAVE_BASELINE.executeBatch(parts.pool(), baselines));
    }

    /** More than there are outlets, so that no rate exceeds the whole, and another share in each district. */
    private static int premises(Place district, long outlets) {
        int more = PREMISES_MORE_MIN + Math.floorMod(district.code().hashCode(), Math.toIntExact(outlets) + 1);
        return Math.toIntExact(outlets) + more;
    }

    private void register(SqlConnection transaction, DemoMerchant merchant) {
        Instant registeredAt = parts.clock().instant().minus(Duration.ofDays(merchant.registeredDaysAgo()));
        boolean shown = merchant.phone().equals(DemoCity.SHOWN_PHONE);
        RegisterMerchant use = new RegisterMerchant(registryAt(registeredAt), parts.credentials());
        Password password = Password.parse(shown ? DemoLogin.merchant().password() : UUID.randomUUID().toString())
                .orElseThrow();
        List<NewOutlet> outlets = merchant.outlets().stream()
                .map(outlet -> toOutlet(outlet, BusinessDay.of(registeredAt)))
                .toList();
        Registration registration = new Registration(merchant.profile(), password, merchant.account(), outlets);
        PasswordHasher.Hashed hash = DemoParts.hash(shown ? parts.hasher() : unusable, password);
        RegisterMerchant.Outcome outcome =
                use.register(transaction, registration, hash, AuditEntry.Actor.anyone(REQUEST_ID));
        if (!(outcome instanceof RegisterMerchant.Registered done)) {
            throw new IllegalStateException("somebody else has a tax code, phone number or account of the demo");
        }
        decide(transaction, done.file(), merchant, registryAt(registeredAt.plus(DECISION_TIME)));
    }

    private MerchantRegistry registryAt(Instant moment) {
        Clock then = Clock.fixed(moment, ZoneOffset.UTC);
        return MerchantRegistry.of(new AuditLog(parts.ids(), then), parts.ids(), then);
    }

    private NewOutlet toOutlet(DemoOutlet outlet, LocalDate asOf) {
        if (!(locate.locate(outlet.where(), asOf) instanceof LocateOutlet.Located located)) {
            throw new IllegalStateException("the demo knows its streets: " + outlet.where());
        }
        return new NewOutlet(outlet.name(), outlet.address(), located.place());
    }

    private void decide(
            SqlConnection transaction, MerchantFile file, DemoMerchant merchant, MerchantRegistry registry) {
        MerchantId id = file.merchant().id();
        DecideMerchant use = new DecideMerchant(registry);
        if (merchant.status() == MerchantStatus.PENDING) {
            return;
        }
        boolean rejected = merchant.status() == MerchantStatus.REJECTED;
        decide(transaction, use, id, rejected ? MerchantAction.REJECT : MerchantAction.APPROVE);
        if (!rejected) {
            issueCodes(transaction, file);
        }
        if (merchant.status() == MerchantStatus.SUSPENDED) {
            decide(transaction, use, id, MerchantAction.SUSPEND);
        }
    }

    private void decide(SqlConnection transaction, DecideMerchant use, MerchantId id, MerchantAction action) {
        DecideMerchant.Decision decision = new DecideMerchant.Decision(id, action, Optional.of("demo"));
        if (!(use.decide(transaction, decision, new Caller(STAFF, REQUEST_ID)) instanceof DecideMerchant.Decided)) {
            throw new IllegalStateException("the demo's decision " + action + " was refused");
        }
    }

    private void issueCodes(SqlConnection transaction, MerchantFile file) {
        Principal owner = new Principal(file.merchant().id().value(), Role.MERCHANT, Set.of());
        file.outlets().forEach(outlet -> {
            IssueQrCode.Order order = new IssueQrCode.Order(
                    outlet.id(), Optional.empty(), Optional.empty(), Optional.empty());
            if (!(parts.issue().issue(transaction, order, owner) instanceof IssueQrCode.Issued)) {
                throw new IllegalStateException("an approved merchant of the demo gets its code");
            }
        });
    }
}
