package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.db.Sql;
import vn.phopay.identity.BankKeyId;
import vn.phopay.payment.Delivery;
import vn.phopay.simulator.DemoTargets.Shop;
import vn.phopay.simulator.SimulatedTransaction.Payment;
import vn.phopay.time.BusinessDay;

/**
 * Payments of past business days, recorded in the way of all payments but told late, in small batches that leave room
 * for the live ones. A day's payments are the same whenever they are told, so a day told twice counts once.
 */
final class DemoHistory {
    /** Past days that are filled. */
    static final int DAYS = 30;

    private static final Sql COUNT_KEYS = Sql.load("simulator/count_payment_keys");
    private static final int BATCH = 100;
    private static final int PAYMENTS_A_DAY = 450;
    private static final int WEEKEND_PAYMENTS_MORE = 250;
    private static final int FRIDAY = 5;
    private static final Duration OPENS = Duration.ofHours(7);
    private static final int OPEN_SECONDS = 15 * 3_600;

    private final DemoParts parts;
    private final BankKeyId key;
    private final List<Shop> shops;

    DemoHistory(DemoParts parts, BankKeyId key, List<Shop> shops) {
        this.parts = parts;
        this.key = key;
        this.shops = List.copyOf(shops);
    }

    /** Fills {@code day} unless it was filled before. */
    void fill(LocalDate day) {
        List<SimulatedTransaction> payments = paymentsOf(day);
        if (isFilled(payments.getLast())) {
            return;
        }
        for (int from = 0; from < payments.size(); from += BATCH) {
            record(day, payments.subList(from, Math.min(from + BATCH, payments.size())));
        }
    }

    private boolean isFilled(SimulatedTransaction last) {
        Tuple key = Tuple.of(DemoParts.BANK_CODE, last.notice().bankReference());
        return Future.await(COUNT_KEYS.execute(parts.pool(), key)).iterator().next().getLong("keys") > 0;
    }

    private List<SimulatedTransaction> paymentsOf(LocalDate day) {
        Random random = new Random(day.toEpochDay());
        int count = PAYMENTS_A_DAY + (day.getDayOfWeek().getValue() >= FRIDAY ? WEEKEND_PAYMENTS_MORE : 0);
        List<SimulatedTransaction> payments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Shop shop = shops.get(random.nextInt(shops.size()));
            Instant bookedAt = BusinessDay.startOf(day).plus(OPENS).plusSeconds(random.nextInt(OPEN_SECONDS));
            String code = shop.target().code();
            String memo = code == null ? "" : Memos.around(code, random);
            payments.add(SimulatedTransaction.credit(new Payment(
                    "DEMO" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + 'N' + i, i, shop.target().accountNumber(),
                    shop.trade().drawAmountVnd(random), memo, null), bookedAt));
        }
        return payments;
    }

    private void record(LocalDate day, List<SimulatedTransaction> payments) {
        Instant now = parts.clock().instant();
        Delivery delivery = new Delivery(parts.ids().next(), DemoParts.BANK_CODE, DemoCity.BANK_BIN,
                "demo-history-" + day, now, key, now, SimulatedTransaction.body(payments));
        List<TransactionNotice> notices = payments.stream().map(SimulatedTransaction::notice).toList();
        Future.await(parts.record().record(delivery, notices));
    }
}
