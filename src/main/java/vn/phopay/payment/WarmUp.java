package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Reading.Transactions;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentFact.Meaning;
import vn.phopay.payment.PaymentFact.PaymentKey;

/**
 * Runs the hot path before anybody is let in: a cold JVM answers at a third of its rate, with the longest answers of
 * the day, for its first seconds. Deliveries are signed, verified, read and scanned, and flushed in transactions
 * that are rolled back, so that nothing of it is ever seen.
 */
public final class WarmUp {
    private static final int FACTS_A_FLUSH = 64;
    private static final String BANK = "warm-up";
    private static final String BIN = "000000";

    private final PaymentWriters writers;
    private final StandardDialect dialect;
    private final MemoScanner scanner = new MemoScanner(1);
    private final IdSource ids;
    private final Clock clock;
    private final BankKey.Hmac key = new BankKey.Hmac(new BankKeyId(new UUID(0, 0)), new byte[] {1});

    /** Warms {@code writers} and {@code dialect}. */
    public WarmUp(PaymentWriters writers, StandardDialect dialect, Clock clock) {
        this.writers = writers;
        this.dialect = dialect;
        this.ids = new IdSource(clock);
        this.clock = clock;
    }

    /** Runs {@code flushes} flushes on every writer, one after the other. */
    public Future<Void> run(int flushes) {
        return Future.all(writers.all().stream().map(writer -> run(writer, flushes)).toList()).mapEmpty();
    }

    private Future<Void> run(PaymentWriter writer, int flushes) {
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < flushes; i++) {
            done = done.compose(before -> flush(writer));
        }
        return done;
    }

    private Future<Void> flush(PaymentWriter writer) {
        List<Delivery> deliveries = new ArrayList<>(FACTS_A_FLUSH);
        List<PaymentFact> facts = new ArrayList<>(FACTS_A_FLUSH);
        for (int i = 0; i < FACTS_A_FLUSH; i++) {
            Delivery delivery = deliver("WARM-UP-" + i);
            deliveries.add(delivery);
            facts.add(toFact(delivery));
        }
        return writer.warmUp(deliveries, facts);
    }

    private Delivery deliver(String reference) {
        Instant now = clock.instant();
        String timestamp = Long.toString(now.getEpochSecond());
        byte[] body = ("{\"transactions\":[{\"transactionId\":\"" + reference + "\",\"accountNumber\":\"0\","
                + "\"amount\":50000,\"currency\":\"VND\",\"direction\":\"CREDIT\",\"memo\":\"MBVCB.1.PP000000000.CT\","
                + "\"occurredAt\":\"" + now + "\",\"payerAccount\":\"1\",\"reversalOf\":null}]}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(StandardDialect.signedText(reference, timestamp, body));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("webhook-id", reference)
                .add("webhook-timestamp", timestamp)
                .add("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
        Buffer raw = Buffer.buffer(body);
        if (!(dialect.authenticate(
                List.of(key), CallbackRequest.post(headers, raw), now) instanceof Authentic authentic)) {
            throw new IllegalStateException("what was just signed must verify");
        }
        return new Delivery(ids.next(), BANK, BIN, reference, authentic.signedAt(), key.id(), now, raw);
    }

    private PaymentFact toFact(Delivery delivery) {
        if (!(dialect.read(
                CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(),
                delivery.rawBody())) instanceof Transactions read)) {
            throw new IllegalStateException("what was just written must read");
        }
        TransactionNotice notice = read.notices().getFirst();
        return new PaymentFact(new PaymentId(ids.next()), new PaymentKey(BANK, notice.bankReference()), BIN, notice,
                Meaning.of(notice), scanner.scan(notice.memo()), delivery.id(), delivery.receivedAt());
    }
}
