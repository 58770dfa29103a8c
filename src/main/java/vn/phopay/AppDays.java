package vn.phopay;

import io.vertx.sqlclient.Pool;
import java.util.List;
import vn.phopay.dayclose.CloseDay;
import vn.phopay.dayclose.DayStores;
import vn.phopay.dayclose.ProposeWaiver;
import vn.phopay.dayclose.ReadDay;
import vn.phopay.dayclose.SignSeal;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.dayclose.GetDay;
import vn.phopay.http.dayclose.GetDayAccounts;
import vn.phopay.http.dayclose.GetSeals;
import vn.phopay.http.dayclose.ListDays;
import vn.phopay.http.dayclose.PostDayClose;
import vn.phopay.http.dayclose.PostDayWaiver;
import vn.phopay.http.keys.GetPublicKeys;

/** Wires what closes days and shows their seals. */
final class AppDays {
    private final AppParts parts;
    private final DayStores stores = DayStores.standard();

    AppDays(AppParts parts) {
        this.parts = parts;
    }

    List<TransactionalEndpoint> transactional() {
        CloseDay closeDay = new CloseDay(
                stores, new SignSeal(parts.sealKeys()::signingKey), parts.audit(), parts.clock());
        return List.of(
                new GetDay(readDay()),
                new PostDayClose(closeDay),
                new PostDayWaiver(new ProposeWaiver(stores, parts.audit(), parts.ids(), parts.clock())));
    }

    List<Endpoint> reads() {
        Pool pool = parts.pool();
        return List.of(
                new ListDays(readDay(), pool, parts.clock()),
                new GetDayAccounts(readDay(), pool),
                new GetSeals(stores.seals(), pool, parts.clock()),
                GetPublicKeys.ofSeals(parts.sealKeys()::keys, parts.clock()));
    }

    private ReadDay readDay() {
        return new ReadDay(stores, parts.clock());
    }
}
