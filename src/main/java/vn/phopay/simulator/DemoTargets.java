package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;

/** Whom the demo's payers pay, shops on known streets more often. */
final class DemoTargets {
    private static final Sql READ = Sql.load("simulator/read_demo_targets");
    private static final int STREET_WEIGHT = 3;

    private final DemoParts parts;

    DemoTargets(DemoParts parts) {
        this.parts = parts;
    }

    /** A shop and what it sells. */
    record Shop(Target target, DemoTrade trade, int weight) {}

    /** All shops, in the order of their codes. */
    List<Shop> read() {
        return StreamSupport.stream(
                        Future.await(READ.execute(parts.pool(), Tuple.of(DemoCity.BANK_BIN))).spliterator(), false)
                .map(DemoTargets::toShop)
                .toList();
    }

    /** Each shop's target, as often as its weight says. */
    static List<Target> weighted(List<Shop> shops) {
        List<Target> targets = new ArrayList<>();
        shops.forEach(shop -> targets.addAll(Collections.nCopies(shop.weight(), shop.target())));
        return targets;
    }

    private static Shop toShop(Row row) {
        DemoTrade trade = DemoTrade.ofCategory(row.getString("category_code")).orElse(DemoTrade.GROCERY);
        return new Shop(Target.of(row.getString("account_number"), row.getString("reference")), trade,
                row.getBoolean("is_on_known_street") ? STREET_WEIGHT : 1);
    }
}
