package vn.phopay.bank;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.bank.casso2.Casso2Dialect;
import vn.phopay.bank.momo.MomoDialect;
import vn.phopay.bank.payos.PayosDialect;
import vn.phopay.bank.sepay.SepayDialect;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.bank.vietqrvn.VietqrvnDialect;
import vn.phopay.bank.vnpay.VnpayDialect;
import vn.phopay.bank.zalopay.ZalopayDialect;

/** The dialects that this service speaks, by name. */
public final class Dialects {
    /** The dialect of a bank for which none was named: our own. */
    public static final String STANDARD = "standard";

    private final Map<String, Dialect> nameToDialect = new LinkedHashMap<>();

    private Dialects(List<Dialect> dialects) {
        dialects.forEach(dialect -> nameToDialect.put(dialect.name(), dialect));
    }

    /**
     * Every dialect.
     *
     * @param tolerance how far the time of a signed call may lie from ours, either way
     * @param transactionsMax most transactions in one call
     * @param vnpayTellsOrders whether VNPAY hears that an order is unknown or of another amount
     */
    public static Dialects all(Duration tolerance, int transactionsMax, boolean vnpayTellsOrders) {
        return new Dialects(List.of(
                new StandardDialect(tolerance, transactionsMax),
                new VietqrvnDialect(tolerance),
                new PayosDialect(),
                new SepayDialect(tolerance),
                new Casso2Dialect(tolerance),
                new VnpayDialect(vnpayTellsOrders),
                new MomoDialect(),
                new ZalopayDialect()));
    }

    /** The same for whoever only reads and verifies, and so answers nobody. */
    public static Dialects all(Duration tolerance, int transactionsMax) {
        return all(tolerance, transactionsMax, false);
    }

    /** The names, ours first. */
    public Set<String> names() {
        return nameToDialect.keySet();
    }

    /** The dialect of that name. */
    public Optional<Dialect> find(String name) {
        return Optional.ofNullable(nameToDialect.get(name));
    }

    /** The dialect that {@code bank} speaks; {@code bank_dialect_known} lets no other in. */
    public Dialect of(Bank bank) {
        return find(bank.dialect()).orElseThrow(() -> new IllegalStateException("no dialect " + bank.dialect()));
    }
}
