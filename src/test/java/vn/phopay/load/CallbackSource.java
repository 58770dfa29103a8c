package vn.phopay.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes distinct, correctly signed callbacks as whole HTTP requests, in a few microseconds each. One thread only. */
final class CallbackSource {
    private static final String PREFIX = "whsec_";

    private final Mac mac;
    private final String head;
    private final String run;
    private final List<String> accountsAndCodes;
    private final int batch;
    private final Clock clock;
    private long serial;

    /**
     * Callbacks of {@code batch} transactions each.
     *
     * @param run makes the ids of this run distinct from those of others
     */
    CallbackSource(Bank bank, String run, int batch, Clock clock) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(bank.secret().substring(PREFIX.length()));
        this.mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        this.head = "POST /api/v1/banks/" + bank.code() + "/callbacks HTTP/1.1\r\nhost: 127.0.0.1\r\n"
                + "content-type: application/json\r\n";
        this.run = run;
        this.accountsAndCodes = List.copyOf(bank.accountsAndCodes());
        this.batch = batch;
        this.clock = clock;
    }

    /** A bank, and whom its customers pay: account number and reference, separated by a blank. */
    record Bank(String code, String secret, List<String> accountsAndCodes) {}

    /** Transactions in one request. */
    int batch() {
        return batch;
    }

    /** The next request. */
    ByteBuffer next() {
        Instant now = clock.instant();
        byte[] body = body(now.truncatedTo(ChronoUnit.SECONDS).toString()).getBytes(StandardCharsets.US_ASCII);
        String id = "msg_" + run + '_' + serial;
        String timestamp = Long.toString(now.getEpochSecond());
        mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.US_ASCII));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
        byte[] headers = (head + "webhook-id: " + id + "\r\nwebhook-timestamp: " + timestamp
                + "\r\nwebhook-signature: v1," + signature + "\r\ncontent-length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(headers.length + body.length).put(headers).put(body).flip();
    }

    private String body(String occurredAt) {
        StringBuilder json = new StringBuilder(360 * batch).append("{\"transactions\":[");
        for (int i = 0; i < batch; i++) {
            serial++;
            String[] target = accountsAndCodes.get((int) (serial % accountsAndCodes.size())).split(" ");
            json.append(i == 0 ? "" : ",")
                    .append("{\"transactionId\":\"").append(run).append('N').append(serial)
                    .append("\",\"accountNumber\":\"").append(target[0])
                    .append("\",\"amount\":").append(10_000 + serial % 990_000)
                    .append(",\"currency\":\"VND\",\"direction\":\"CREDIT\",\"memo\":\"MBVCB.4125261053.047334.")
                    .append(target[1]).append(".CT tu 9000112233 NGUYEN VAN A toi 0123456789\",\"occurredAt\":\"")
                    .append(occurredAt)
                    .append("\",\"payerAccount\":\"9000112233\",\"payerBankBin\":\"970436\",\"reversalOf\":null}");
        }
        return json.append("]}").toString();
    }
}
