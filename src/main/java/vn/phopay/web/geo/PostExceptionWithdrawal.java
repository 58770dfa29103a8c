package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.zone.AddException;
import vn.phopay.zone.WithdrawException;
import vn.phopay.zone.ZoneException;
import vn.phopay.zone.ZoneStore;

/** POST /dia-gioi/lich/{id}/rut: withdraws an exception, which stays on record. */
public final class PostExceptionWithdrawal implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.form(GeoPath.CALENDARS + "/{id}/rut", Access.ANALYSTS);
    private static final int UNPROCESSABLE = 422;

    private final WithdrawException withdraw;
    private final ZoneStore zones;
    private final PlaceDirectory places;
    private final CalendarPage page;

    /** Withdraws by {@code withdraw} what {@code zones} hold. */
    public PostExceptionWithdrawal(
            WithdrawException withdraw, ZoneStore zones, PlaceDirectory places, CalendarPage page) {
        this.withdraw = withdraw;
        this.zones = zones;
        this.places = places;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ZoneException exception =
                Future.await(zones.exception(transaction, GeoPath.id(call))).orElseThrow(GeoPath::notFound);
        Place zone = places.byId(exception.zonePlaceId())
                .flatMap(one -> page.zone(call.principal(), one.code()))
                .orElseThrow(GeoPath::notFound);
        Form form = Form.of(call);
        String why = form.text("why", AddException.TEXT_LENGTH_MAX);
        if (!form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        boolean done = withdraw.withdraw(transaction, exception, why, GeoPath.actor(call));
        return PageKit.seeOther(
                GeoPath.calendar(zone.code()), done ? "geo.exception.withdrawn" : "geo.exception.before");
    }
}
