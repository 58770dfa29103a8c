package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.place.Place;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.zone.AddException;
import vn.phopay.zone.Evidence;
import vn.phopay.zone.OpenSpan;
import vn.phopay.zone.ZoneException;

/** POST /dia-gioi/lich: records a suspension, a holiday or an extension of a zone; sent twice it is one. */
public final class PostException implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GeoPath.CALENDARS, Access.ANALYSTS);
    private static final int UNPROCESSABLE = 422;

    private final AddException addException;
    private final CalendarPage page;

    /** Records by {@code addException}; a faulty form is shown again on {@code page}. */
    public PostException(AddException addException, CalendarPage page) {
        this.addException = addException;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        Place zone = page.zone(call.principal(), form.typed("zone")).orElseThrow(GeoPath::notFound);
        Optional<ZoneException> exception = read(form, zone);
        if (exception.isEmpty() || !form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        switch (addException.add(transaction, exception.get(), GeoPath.actor(call))) {
            case AddException.Added added -> {
                return PageKit.seeOther(GeoPath.calendar(zone.code()), "geo.exception.added");
            }
            case AddException.ThereBefore before -> {
                return PageKit.seeOther(GeoPath.calendar(zone.code()), "geo.exception.added");
            }
            case AddException.TooLong tooLong -> form.fail("to", "geo.exception.long", AddException.LASTS_MAX.toDays());
            case AddException.TooFar tooFar -> form.fail("from", "geo.exception.far");
            case AddException.Overlaps(ZoneException other) ->
                    form.fail("from", "geo.exception.overlaps", other.reason());
        }
        return page.show(UNPROCESSABLE, call, transaction, form);
    }

    private static Optional<ZoneException> read(Form form, Place zone) {
        Optional<ZoneException.Kind> kind = form.read("kind", "form.choice", PostException::kind);
        Optional<Instant> from = moment(form, "from", "fromTime");
        Optional<Instant> to = moment(form, "to", "toTime");
        String reason = form.text("reason", AddException.TEXT_LENGTH_MAX);
        String source = form.text("source", AddException.TEXT_LENGTH_MAX);
        Optional<UUID> key = form.read("key", "form.unreadable", PostException::uuid);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            form.fail("to", "geo.exception.backwards");
        }
        if (!form.isGood() || kind.isEmpty() || from.isEmpty() || to.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ZoneException(key.get(), zone.placeId(), kind.get(), new OpenSpan(from.get(), to.get()),
                reason, new Evidence("high", source, ""), Optional.empty()));
    }

    private static Optional<Instant> moment(Form form, String day, String time) {
        Optional<LocalDate> date = form.day(day);
        Optional<LocalTime> clock = form.read(time, "geo.exception.time", PostException::time);
        return date.flatMap(d -> clock.map(t -> d.atTime(t).atZone(BusinessDay.ZONE).toInstant()));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneException.Kind> kind(String text) {
        return Arrays.stream(ZoneException.Kind.values()).filter(kind -> kind.name().equals(text)).findFirst();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
