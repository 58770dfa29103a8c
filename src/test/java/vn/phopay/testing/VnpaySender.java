package vn.phopay.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** VNPAY outside the service: builds and signs queries by its own reading of IPN 2.1.0. */
public record VnpaySender(String secret) {
    /** A paid notice of terminal CTTVNP01; {@code units} are hundredths of a đồng. */
    public static Map<String, String> paid(String id, String units) {
        return new TreeMap<>(Map.of(
                "vnp_Amount", units,
                "vnp_BankCode", "NCB",
                "vnp_BankTranNo", "VNP" + id,
                "vnp_PayDate", "20261122091500",
                "vnp_OrderInfo", "x",
                "vnp_ResponseCode", "00",
                "vnp_TmnCode", "CTTVNP01",
                "vnp_TransactionNo", id,
                "vnp_TransactionStatus", "00",
                "vnp_TxnRef", "166117"));
    }

    /** {@code parameters} form-encoded, sorted by name. */
    public static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters).entrySet().stream()
                .map(pair -> pair.getKey() + '=' + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** {@code query}, which is sorted, with its hash behind it. */
    public String sign(String query) {
        return query + "&vnp_SecureHash=" + Hmac.sha512(secret, query);
    }

    /** The signed query of {@code parameters}. */
    public String sign(Map<String, String> parameters) {
        return sign(query(parameters));
    }
}
