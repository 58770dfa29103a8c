package vn.phopay.simulator.sender;

import java.util.List;

/** Makes senders by the name of their dialect. */
public final class Senders {
    /** Every dialect that a sender is known for. */
    public static final List<String> DIALECTS =
            List.of("standard", "vietqrvn", "payos", "sepay", "casso2", "vnpay", "momo", "zalopay");
    /** Of them, those that tell of transfers between bank accounts. */
    public static final List<String> OF_BANKS = DIALECTS.subList(0, 5);

    private Senders() {}

    /**
     * What a sender and its receiver share.
     *
     * @param algorithm as the receiver names it; tells SePay's two ways apart
     * @param secret the shared secret
     * @param companion user or access key that stands beside it; empty where there is none
     */
    public record Credentials(String algorithm, String secret, String companion) {
        /** Credentials that nobody was given, of the same form: for a forger. */
        public Credentials forged() {
            boolean webhooks = secret.startsWith("whsec_");
            return new Credentials(algorithm,
                    webhooks ? "whsec_Zm9yZ2VkLWZvcmdlZC1mb3JnZWQtZm9yZ2Vk" : "forged-" + secret.length(), companion);
        }
    }

    /** Signs a delivery of the standard dialect: the value of {@code webhook-signature}. */
    public interface Signature {
        /** Over the delivery's name, its time in seconds and its body. */
        String sign(String name, String timestamp, String body);
    }

    /** A sender of the standard dialect that signs in any of its ways. */
    public static Sender standard(Signature signature) {
        return new StandardSender(signature);
    }

    /**
     * The sender of {@code dialect}.
     *
     * @throws IllegalArgumentException where there is none, or its secret has not its form
     */
    public static Sender of(String dialect, Credentials credentials) {
        String secret = credentials.secret();
        return switch (dialect) {
            case "standard" -> new StandardSender(secret);
            case "vietqrvn" -> new VietQrVnSender(credentials.companion(), secret);
            case "payos" -> new PayosSender(secret);
            case "sepay" -> new SepaySender(secret, credentials.algorithm().startsWith("hmac"));
            case "casso2" -> new Casso2Sender(secret);
            case "vnpay" -> new VnpaySender(secret);
            case "momo" -> new MomoSender(credentials.companion(), secret);
            case "zalopay" -> new ZalopaySender(secret);
            default -> throw new IllegalArgumentException(
                    "there is no dialect '" + dialect + "'; there are " + String.join(", ", DIALECTS));
        };
    }
}
