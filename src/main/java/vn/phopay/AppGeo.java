package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.geo.ApplyEditions;
import vn.phopay.geo.BaselineSheet;
import vn.phopay.geo.BaselineStore;
import vn.phopay.geo.DecideEdition;
import vn.phopay.geo.EditionStore;
import vn.phopay.geo.PlaceOutlets;
import vn.phopay.geo.PreviewEdition;
import vn.phopay.geo.ProposeEdition;
import vn.phopay.geo.SetBaselines;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.adoption.PutBaselines;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.RefreshPlaces;
import vn.phopay.web.PageKit;
import vn.phopay.web.geo.BaselinesPage;
import vn.phopay.web.geo.CalendarPage;
import vn.phopay.web.geo.EditionPage;
import vn.phopay.web.geo.EditionsPage;
import vn.phopay.web.geo.GetBaselinesPage;
import vn.phopay.web.geo.GetBaselinesTable;
import vn.phopay.web.geo.GetCalendarPage;
import vn.phopay.web.geo.GetEditionPage;
import vn.phopay.web.geo.GetEditionsPage;
import vn.phopay.web.geo.GetWaitingPage;
import vn.phopay.web.geo.PostBaselines;
import vn.phopay.web.geo.PostEdition;
import vn.phopay.web.geo.PostEditionDecision;
import vn.phopay.web.geo.PostException;
import vn.phopay.web.geo.PostExceptionWithdrawal;
import vn.phopay.web.geo.PostWaiting;
import vn.phopay.web.geo.WaitingPage;
import vn.phopay.zone.AddException;
import vn.phopay.zone.WithdrawException;
import vn.phopay.zone.WriteOpenSpans;
import vn.phopay.zone.ZoneStore;

/** Wires geography by date: editions of the wards, calendars of the zones, denominators. */
final class AppGeo {
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration APPLY_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SPANS_INTERVAL = Duration.ofHours(1);

    private final AppParts parts;
    private final BaselineStore baselines = new BaselineStore();
    private final EditionStore editions = new EditionStore();

    AppGeo(AppParts parts) {
        this.parts = parts;
    }

    /** Work that comes again and again: its name, the pause between two runs, and the work. */
    record Job(String name, Duration interval, Supplier<Future<?>> work) {}

    /** What programs call. */
    List<TransactionalEndpoint> endpoints() {
        return List.of(new PutBaselines(new BaselineSheet(parts.places()), setBaselines(), parts.clock()));
    }

    /** What staff see. */
    List<TransactionalEndpoint> pages(PageKit kit) {
        List<TransactionalEndpoint> pages = new ArrayList<>(calendarPages(kit));
        pages.addAll(baselinePages(kit));
        EditionsPage list = new EditionsPage(editions, parts.places(), kit, parts.clock());
        pages.add(new GetEditionsPage(list));
        pages.add(new PostEdition(
                new ProposeEdition(editions, parts.audit(), parts.ids(), parts.clock()), list));
        PlaceOutlets outlets = new PlaceOutlets(parts.audit(), parts.clock());
        EditionPage page = new EditionPage(new EditionPage.Sources(
                editions, new PreviewEdition(parts.clock()), outlets, parts.places()), kit, parts.clock());
        pages.add(new GetEditionPage(page));
        pages.addAll(PostEditionDecision.all(new DecideEdition(editions, parts.audit(), parts.clock()), page));
        pages.add(new GetWaitingPage(new WaitingPage(editions, outlets, parts.places(), kit)));
        pages.add(new PostWaiting(editions, outlets, parts.places()));
        return pages;
    }

    private List<TransactionalEndpoint> calendarPages(PageKit kit) {
        ZoneStore zones = new ZoneStore();
        WriteOpenSpans writeSpans = new WriteOpenSpans(parts.clock());
        CalendarPage page = new CalendarPage(
                zones, parts.places(), kit, new CalendarPage.Moment(parts.clock(), parts.ids()));
        return List.of(
                new GetCalendarPage(page),
                new PostException(new AddException(zones, writeSpans, parts.audit(), parts.clock()), page),
                new PostExceptionWithdrawal(new WithdrawException(zones, writeSpans, parts.audit(), parts.clock()),
                        zones, parts.places(), page));
    }

    private List<TransactionalEndpoint> baselinePages(PageKit kit) {
        BaselinesPage page = new BaselinesPage(baselines, parts.places(), kit, parts.clock());
        return List.of(
                new GetBaselinesPage(page),
                new GetBaselinesTable(page),
                new PostBaselines(new BaselineSheet(parts.places()), setBaselines(), page, parts.clock()));
    }

    private SetBaselines setBaselines() {
        return new SetBaselines(baselines, parts.audit(), parts.clock());
    }

    /** Work that comes again and again. */
    List<Job> jobs() {
        RefreshPlaces refresh = new RefreshPlaces(new PlaceStore(), parts.places());
        ApplyEditions apply = new ApplyEditions(parts.pool(), editions, parts.audit(), parts.clock());
        WriteOpenSpans writeSpans = new WriteOpenSpans(parts.clock());
        return List.of(
                new Job("refresh-places", REFRESH_INTERVAL, () -> refresh.refresh(parts.pool())),
                new Job("apply-editions", APPLY_INTERVAL, () -> parts.background().call(apply::run)),
                new Job("write-zone-spans", SPANS_INTERVAL, () -> parts.pool().withTransaction(writeSpans::write)));
    }
}
