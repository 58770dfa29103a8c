package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.access.Principal;
import vn.phopay.geo.Baseline;
import vn.phopay.geo.BaselineSheet;
import vn.phopay.geo.BaselineStore;
import vn.phopay.geo.SetBaselines;
import vn.phopay.geo.SheetFault;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/**
 * The denominators that hold, and the form by which new ones come: a table is shown as what it changes, then written.
 */
public final class BaselinesPage {
    private final BaselineStore store;
    private final PlaceDirectory places;
    private final PageKit kit;
    private final Clock clock;

    /** Lists what {@code store} holds of {@code places}. */
    public BaselinesPage(BaselineStore store, PlaceDirectory places, PageKit kit, Clock clock) {
        this.store = store;
        this.places = places;
        this.kit = kit;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param baselines what holds today and later, in the visitor's districts
     * @param today the day
     * @param preview what a table that was sent would change
     */
    public record Model(List<Baseline> baselines, LocalDate today, Preview preview) {
        /** Copies the list. */
        public Model {
            baselines = List.copyOf(baselines);
        }

        /** The header of a table, as an example. */
        public String header() {
            return String.join(",", BaselineSheet.COLUMNS);
        }
    }

    /**
     * A table that was sent.
     *
     * @param form what was typed
     * @param faults what is wrong with it
     * @param changes what it would change; empty before one was sent
     */
    public record Preview(Form form, List<SheetFault> faults, List<SetBaselines.Change> changes) {
        /** Copies the lists. */
        public Preview {
            faults = List.copyOf(faults);
            changes = List.copyOf(changes);
        }

        static Preview none() {
            return new Preview(Form.empty(), List.of(), List.of());
        }

        /** How many of the changes have an effect. */
        public long count(SetBaselines.Effect effect) {
            return changes.stream().filter(change -> change.effect() == effect).count();
        }
    }

    /** A rate as a percentage; a dash for none. */
    public static String rate(View view, Optional<BigDecimal> rate) {
        return rate.map(value -> value.movePointRight(2).stripTrailingZeros().toPlainString() + '%')
                .map(text -> view.language().code().equals("vi") ? text.replace('.', ',') : text)
                .orElse("–");
    }

    Reply show(int status, Call call, SqlConnection transaction, Preview preview) {
        LocalDate today = BusinessDay.of(clock.instant());
        Model model = new Model(mine(call.principal(), transaction, today), today, preview);
        return kit.page(status, kit.view(call), "geo/baselines", model);
    }

    /** The same as a table that can be sent again. */
    Reply table(Call call, SqlConnection transaction) {
        StringBuilder csv = new StringBuilder("\ufeff").append(String.join(",", BaselineSheet.COLUMNS)).append("\r\n");
        mine(call.principal(), transaction, BusinessDay.of(clock.instant()))
                .forEach(baseline -> csv.append(BaselineSheet.line(baseline)).append("\r\n"));
        return Reply.bytes(200, "text/csv; charset=utf-8",
                        Buffer.buffer(csv.toString().getBytes(StandardCharsets.UTF_8)))
                .with("content-disposition", "attachment; filename=\"phopay-mau-so.csv\"")
                .with("cache-control", "no-store");
    }

    private List<Baseline> mine(Principal caller, SqlConnection transaction, LocalDate today) {
        return Future.await(store.list(transaction, places, today)).stream()
                .filter(baseline -> isMine(caller, baseline.place()))
                .sorted(Comparator.comparing((Baseline baseline) -> baseline.place().kind())
                        .thenComparing(baseline -> baseline.place().code())
                        .thenComparing(Baseline::validFrom))
                .toList();
    }

    private boolean isMine(Principal caller, Place place) {
        return Stream.concat(Stream.of(place), places.districtsOf(place, place.validity().from()).stream())
                .filter(one -> one.kind() == PlaceKind.DISTRICT)
                .limit(1)
                .anyMatch(district -> caller.staffOf(district.code()));
    }
}
