package vn.phopay.simulator.sender;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** VNPAY's IPN 2.1.0: a GET whose query is signed by HMAC-SHA512 as it stands. */
final class VnpaySender implements Sender {
    private static final long UNITS_PER_DONG = 100;
    private static final List<Duration> PAUSES = Collections.nCopies(10, Duration.ofMinutes(5));

    private final String secret;

    VnpaySender(String secret) {
        this.secret = secret;
    }

    @Override
    public String dialect() {
        return "vnpay";
    }

    @Override
    public boolean tellsDebits() {
        return false;
    }

    @Override
    public boolean tellsVirtualAccounts() {
        return false;
    }

    @Override
    public String idOf(Movement movement) {
        return Long.toString(movement.number());
    }

    @Override
    public Call tell(List<Movement> movements, Instant now) {
        Movement movement = movements.getFirst();
        return signed(write(movement, movement.amountVnd() * UNITS_PER_DONG));
    }

    @Override
    public Call tellUnreadable(Movement movement, Instant now) {
        return signed(write(movement, movement.amountVnd() * UNITS_PER_DONG + 1));
    }

    /** A portal opens the bare address. */
    @Override
    public Call probe(Instant now) {
        return new Call("GET", "/callbacks", List.of(), new byte[0]);
    }

    @Override
    public Verdict judge(Answer answer) {
        if (answer.status() != 200) {
            return Verdict.AGAIN;
        }
        return switch (answer.json().getString("RspCode", "")) {
            case "00" -> Verdict.TAKEN;
            case "02" -> Verdict.KNOWN;
            default -> Verdict.AGAIN;
        };
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    /** The signed text, which is the query without its signature. */
    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters).entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> encoded(parameter.getKey()) + '=' + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Call signed(Map<String, String> parameters) {
        String query = query(parameters);
        String signature = Signing.hex(Signing.SHA_512, secret, query);
        return new Call("GET", "/callbacks?" + query + "&vnp_SecureHash=" + signature, List.of(), new byte[0]);
    }

    private static Map<String, String> write(Movement movement, long units) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("vnp_TmnCode", movement.account());
        parameters.put("vnp_Amount", Long.toString(units));
        parameters.put("vnp_BankCode", "NCB");
        parameters.put("vnp_BankTranNo", movement.trace());
        parameters.put("vnp_CardType", "QRCODE");
        parameters.put("vnp_PayDate", Signing.digits(movement.bookedAt()));
        parameters.put("vnp_OrderInfo", movement.memo());
        parameters.put("vnp_TransactionNo", Long.toString(movement.number()));
        parameters.put("vnp_ResponseCode", "00");
        parameters.put("vnp_TransactionStatus", "00");
        parameters.put("vnp_TxnRef", movement.reference());
        return parameters;
    }
}
