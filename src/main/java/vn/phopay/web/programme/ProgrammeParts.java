package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditView;
import vn.phopay.figure.ReadFigures;
import vn.phopay.http.Call;
import vn.phopay.metric.MetricBook;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.programme.ReadCampaigns;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.PageKit;

/**
 * What the programme's pages are made of.
 *
 * @param kit templates and words
 * @param book the metrics
 * @param places all places
 * @param figures reads figures
 * @param campaigns reads campaigns
 * @param looks keeps who looked at single shops
 * @param clock tells today
 */
public record ProgrammeParts(
        PageKit kit,
        MetricBook book,
        PlaceDirectory places,
        ReadFigures figures,
        ReadCampaigns campaigns,
        AuditView looks,
        Clock clock) {
    /** The present business day. */
    LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    /** Places as staff may see them. */
    OwnPlaces own(Call call) {
        return new OwnPlaces(places, call.principal(), today());
    }

    /** Keeps that the caller looked at the single shops of {@code place}; waits. */
    void looked(Call call, SqlConnection transaction, String action, Place place) {
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        Future.await(looks.record(transaction, AuditEntry.of(actor, action, place.kind().name(), place.placeId())));
    }

    /** Who the caller is to the audit log. */
    static AuditEntry.Actor actor(Call call) {
        return AuditEntry.Actor.of(call.principal(), call.requestId());
    }
}
