package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.Sql;
import vn.phopay.place.Place;
import vn.phopay.programme.Campaign;
import vn.phopay.programme.Helper;
import vn.phopay.programme.HouseNumber;
import vn.phopay.programme.KeepCampaigns;
import vn.phopay.programme.KeepTargets;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesStore;
import vn.phopay.programme.ReadCampaigns;
import vn.phopay.programme.ReadHelpers;
import vn.phopay.programme.ReadTargets;
import vn.phopay.programme.StreetOutlet;
import vn.phopay.programme.StreetStrip;
import vn.phopay.programme.Target;
import vn.phopay.time.BusinessDay;

/**
 * Gives the demo city a programme: a street of which a few premises are listed and most are not registered, one that is
 * nearly done, a campaign and targets. What is there already is left alone.
 */
final class RegisterDemoProgramme {
    private static final Sql SAVE_BASELINE = Sql.load("simulator/save_demo_baseline");
    private static final String LAGGING = "hang-ngang";
    private static final String AHEAD = "ta-hien";
    private static final String CENTRE = "district-002";
    private static final String SOURCE = "demo: made up, not measured";
    private static final int TARGET_PERCENT = 60;
    private static final List<String> UNREGISTERED = List.of(
            "7|Lụa Hàng Ngang", "12A|Ô mai Bà Tám", "18|Giày Minh Tâm", "23|Khăn thêu Hồng", "31/2|Chè sen Cụ Thái",
            "46|Quà lưu niệm 36 phố");

    private final DemoParts parts;
    private final PremisesStore premises;
    private final LocalDate today;

    RegisterDemoProgramme(DemoParts parts) {
        this.parts = parts;
        this.premises = PremisesStore.of(parts.ids(), parts.clock());
        this.today = BusinessDay.of(parts.clock().instant());
    }

    /** Registers what is missing. */
    void register() {
        parts.inTransaction(transaction -> {
            boolean begun = list(transaction, LAGGING, UNREGISTERED);
            list(transaction, AHEAD, List.of("9|Bia hơi Tạ Hiện"));
            if (begun) {
                addCampaign(transaction);
                addTargets(transaction);
            }
            return begun;
        });
    }

    /** Lists the demo's outlets of a street, and {@code others} that are not registered; false where it is listed. */
    private boolean list(SqlConnection transaction, String code, List<String> others) {
        Place street = parts.places().street(code).orElseThrow();
        if (!Future.await(premises.list(transaction, street)).isEmpty()) {
            return false;
        }
        PremisesStore.Desk desk = new PremisesStore.Desk(transaction, street, null);
        List<StreetOutlet> outlets = Future.await(premises.outlets(transaction, street));
        outlets.forEach(outlet -> Future.await(premises.save(desk, seen(outlet.house(), outlet.name()))));
        others.stream().map(text -> text.split("\\|", -1))
                .forEach(part -> Future.await(premises.save(desk, seen(new HouseNumber(part[0]), part[1]))));
        StreetStrip strip = StreetStrip.of(Future.await(premises.list(transaction, street)), outlets, today);
        strip.spots().forEach(spot -> spot.suggestion().ifPresent(outlet ->
                outlets.stream().filter(one -> one.name().equals(spot.name())).findFirst().ifPresent(one ->
                        Future.await(premises.link(desk, spot.premises().orElseThrow().id(), one.id())))));
        Tuple baseline = Tuple.of(street.placeId(), today.withDayOfYear(1), outlets.size() + others.size(),
                TARGET_PERCENT, parts.clock().instant().atOffset(ZoneOffset.UTC));
        Future.await(SAVE_BASELINE.execute(transaction, baseline));
        return true;
    }

    private Premises.Seen seen(HouseNumber house, String name) {
        return new Premises.Seen(house, name, Optional.empty(), Premises.Status.TRADING, SOURCE, today.minusDays(20));
    }

    private void addCampaign(SqlConnection transaction) {
        if (!Future.await(new ReadCampaigns().all(transaction)).isEmpty()) {
            return;
        }
        new KeepCampaigns(audit(), parts.ids()).add(transaction, new Campaign.Plan(
                "Phố đi bộ không tiền mặt", Optional.of("Cashless walking streets"), Optional.of(CENTRE),
                LocalDate.of(2023, 10, 1), null, Optional.of(SOURCE)), AuditEntry.Actor.system());
    }

    private void addTargets(SqlConnection transaction) {
        Optional<Helper> owner = Future.await(new ReadHelpers().all(transaction, List.of())).stream().findFirst();
        List<Target> known = Future.await(new ReadTargets(parts.clock()).all(transaction));
        KeepTargets keep = new KeepTargets(audit(), parts.ids(), parts.clock());
        for (String place : List.of(CENTRE, "street-" + LAGGING, "street-" + AHEAD)) {
            boolean kept = known.stream().anyMatch(target -> target.isKept() && target.placeId().equals(place));
            if (!kept && owner.isPresent()) {
                keep.set(transaction, new Target(null, 0, place, Target.ADOPTION, new Target.Aim(
                        Optional.of(BigDecimal.valueOf(TARGET_PERCENT, 2)),
                        Optional.of(today.plusYears(1).withDayOfYear(1).minusDays(1)), owner,
                        Optional.of("kh57-2024"), Optional.of(SOURCE))), AuditEntry.Actor.system());
            }
        }
    }

    private AuditLog audit() {
        return new AuditLog(parts.ids(), parts.clock());
    }
}
