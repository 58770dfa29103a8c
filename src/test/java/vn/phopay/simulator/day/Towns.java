package vn.phopay.simulator.day;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Login;
import vn.phopay.simulator.day.Town.Outlet;
import vn.phopay.simulator.day.Town.Request;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.day.Town.Statements;
import vn.phopay.simulator.sender.Sender;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.simulator.sender.Senders.Credentials;

/** A town that no service knows, for tests of the plan alone. */
final class Towns {
    private static final int SHOPS = 12;
    private static final int REQUESTS = 400;

    private Towns() {}

    static Town of(String... dialects) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        List<Bank> banks = new ArrayList<>();
        for (String dialect : dialects) {
            Sender sender = Senders.of(
                    dialect, new Credentials("hmac-sha256", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La", "u"));
            Statements form = Senders.OF_BANKS.contains(dialect)
                    ? banks.size() == 2 ? Statements.CSV : Statements.CAMT : Statements.NONE;
            banks.add(new Bank("sim-" + dialect, sender, sender, form));
        }
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < SHOPS; i++) {
            List<Outlet> outlets = new ArrayList<>();
            for (int k = 0; k <= i % 2; k++) {
                outlets.add(new Outlet("out_" + i + '_' + k, ReferenceCode.draw(random).value()));
            }
            shops.add(new Shop("mch_" + i, new Login("+8490000000" + i, "x"), "100000000" + i, "96247" + i,
                    banks.get(i % banks.size()), outlets, requests(outlets, random), requests(outlets, random)));
        }
        return new Town("970422", banks, shops);
    }

    private static Deque<Request> requests(List<Outlet> outlets, RandomGenerator random) {
        Deque<Request> requests = new ArrayDeque<>();
        for (int i = 0; i < REQUESTS; i++) {
            String reference = ReferenceCode.draw(random).value();
            requests.add(new Request("prq_" + reference, outlets.getFirst().id(), reference, 30_000L + i * 1_000,
                    Instant.parse("2026-11-22T00:00:00Z")));
        }
        return requests;
    }
}
