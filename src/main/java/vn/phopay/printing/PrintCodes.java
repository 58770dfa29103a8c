package vn.phopay.printing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.merchant.OutletView;

/**
 * Prints a batch: codes that there are, or new ones, a code a table. New codes, the batch and what it holds are one
 * transaction. A batch's id comes with the order, so an order sent twice is one batch ({@code print_batch_pk}).
 */
public final class PrintCodes {
    /** Tables that get codes of their own in one batch: six sheets of stickers. */
    public static final int TABLES_MAX = 54;
    /** Longest name of what a code stands on, in characters; the number follows it. */
    public static final int TABLE_NAME_LENGTH_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(PrintCodes.class);

    private final MerchantStore merchants;
    private final PrintBatchStore batches;
    private final IssueQrCode issue;
    private final Clock clock;

    /** Issues by {@code issue}, keeps in {@code batches}. */
    public PrintCodes(MerchantStore merchants, PrintBatchStore batches, IssueQrCode issue, Clock clock) {
        this.merchants = merchants;
        this.batches = batches;
        this.issue = issue;
        this.clock = clock;
    }

    /**
     * What is to be printed.
     *
     * @param id what the batch will be called
     * @param outlet where its codes hang
     * @param paper on what, and how often
     * @param codes which codes
     * @param reprintOf the batch that is printed once more
     */
    public record Order(
            PrintBatchId id,
            OutletId outlet,
            PrintBatch.Paper paper,
            Codes codes,
            Optional<PrintBatchId> reprintOf) {}

    /** Which codes a batch has. */
    public sealed interface Codes permits Existing, NewTables {}

    /** Codes that were issued before. */
    public record Existing(List<QrId> ids) implements Codes {
        /** Copies {@code ids}; a code stands in a batch once. */
        public Existing {
            ids = ids.stream().distinct().toList();
        }
    }

    /** A new code for each table: {@code name} and a number from {@code first} on. */
    public record NewTables(String name, int first, int count) implements Codes {
        /** Highest number to begin with. */
        public static final int FIRST_MAX = 900;

        /** Whether so many may be made at once, with numbers of three digits at most. */
        public boolean isInRange() {
            return first >= 1 && first <= FIRST_MAX && count >= 1 && count <= TABLES_MAX;
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Printed, PrintedBefore, OutOfRange, NotApproved, NotGood, NotFound {}

    /** The batch exists once the transaction commits. */
    public record Printed(PrintBatch batch) implements Outcome {}

    /** The same order came before; nothing changed. */
    public record PrintedBefore(PrintBatch batch) implements Outcome {}

    /** Too many tables, copies or sheets, or none. */
    public record OutOfRange() implements Outcome {}

    /** New codes were asked for, and the merchant or its account is not approved. */
    public record NotApproved() implements Outcome {}

    /** A code was taken back, or its time is over: nobody should print it. Roll back. */
    public record NotGood() implements Outcome {}

    /** There is no such outlet or code, or it is another merchant's. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}, which must be rolled back but for a batch; runs on a virtual thread. */
    public Outcome print(SqlConnection transaction, Order order, Caller caller) {
        Optional<OutletView> found = Future.await(merchants.outletWithMerchant(transaction, order.outlet()))
                .filter(view -> Authority.mayActForMerchant(caller.principal(), view.merchant().id()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        OutletView outlet = found.get();
        Optional<PrintBatch> before = Future.await(batches.find(transaction, outlet.merchant().id(), order.id()));
        if (before.isPresent()) {
            return new PrintedBefore(before.get());
        }
        return isInRange(order) ? print(transaction, order, outlet, caller) : new OutOfRange();
    }

    private static boolean isInRange(Order order) {
        return switch (order.codes()) {
            case Existing(List<QrId> ids) -> order.paper().isInRange(ids.size());
            case NewTables tables -> tables.isInRange() && order.paper().isInRange(tables.count());
        };
    }

    private Outcome print(SqlConnection transaction, Order order, OutletView outlet, Caller caller) {
        Instant now = clock.instant();
        int number = Future.await(batches.nextNumber(transaction, outlet.merchant().id()));
        PrintBatch empty = batch(order, outlet, new Numbered(number, now), List.of());
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        if (!Future.await(batches.insert(transaction, empty, actor))) {
            // Sent twice at once: the other one committed while this one waited for its id.
            return Future.await(batches.find(transaction, outlet.merchant().id(), order.id()))
                    .<Outcome>map(PrintedBefore::new).orElseGet(NotFound::new);
        }
        Optional<List<QrId>> codes = codes(transaction, order, caller);
        if (codes.isEmpty()) {
            return new NotApproved();
        }
        PrintBatch batch = batch(order, outlet, new Numbered(number, now), codes.get());
        if (Future.await(batches.insertCodes(transaction, batch)) != batch.codes().size()) {
            return new NotGood();
        }
        LOG.info("codes printed batchId={} outletId={} layout={} codes={}",
                batch.id(), order.outlet(), order.paper().layout().layoutName(), batch.codes().size());
        return new Printed(batch);
    }

    /** A batch's number among its merchant's, and when it was drawn. */
    private record Numbered(int number, Instant at) {}

    private static PrintBatch batch(Order order, OutletView outlet, Numbered numbered, List<QrId> codes) {
        return new PrintBatch(
                order.id(),
                new PrintBatch.Owner(outlet.merchant().id(), outlet.outletId(), outlet.outletName()),
                numbered.number(), order.paper(), codes, order.reprintOf(), numbered.at(), Optional.empty());
    }

    /** Empty where codes are to be issued and must not be. */
    private Optional<List<QrId>> codes(SqlConnection transaction, Order order, Caller caller) {
        return switch (order.codes()) {
            case Existing(List<QrId> ids) -> Optional.of(ids);
            case NewTables tables -> issue(transaction, order.outlet(), tables, caller);
        };
    }

    private Optional<List<QrId>> issue(
            SqlConnection transaction, OutletId outlet, NewTables tables, Caller caller) {
        List<QrId> issued = new ArrayList<>();
        for (int table = tables.first(); table < tables.first() + tables.count(); table++) {
            Optional<String> label = Optional.of(tables.name() + ' ' + table);
            IssueQrCode.Order order = new IssueQrCode.Order(outlet, label, label, Optional.empty());
            switch (issue.issue(transaction, order, caller.principal())) {
                case IssueQrCode.Issued made -> issued.add(made.code().id());
                case IssueQrCode.NotApproved none -> {
                    return Optional.empty();
                }
                case IssueQrCode.LifeOutOfRange none -> throw new IllegalStateException("the usual life is in range");
                case IssueQrCode.NotFound none -> throw new IllegalStateException("the outlet was there a moment ago");
            }
        }
        return Optional.of(issued);
    }
}
