package vn.phopay.simulator.sender;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What senders have in common when they write and sign. */
final class Signing {
    static final String SHA_256 = "HmacSHA256";
    static final String SHA_512 = "HmacSHA512";
    static final String TEST_MEMO = "Giao dich thu nghiem";
    /** Half a đồng: well-formed to whoever signs, an amount to nobody. */
    static final BigDecimal NO_AMOUNT = new BigDecimal("10000.5");

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(HANOI);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(HANOI);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(HANOI);

    private Signing() {}

    static byte[] mac(String algorithm, byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Lower-case hex of the MAC over UTF-8. */
    static String hex(String algorithm, String key, String text) {
        return HexFormat.of().formatHex(mac(
                algorithm, key.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code name=value&…}, sorted by name; nothing stands for null. */
    static String pairs(JsonObject data) {
        return new TreeMap<>(data.getMap()).entrySet().stream()
                .map(member -> member.getKey() + '=' + (member.getValue() == null ? "" : text(member.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** Compact JSON with the names of every object sorted. */
    static String sorted(JsonObject json) {
        return Json.encode(sortedValue(json));
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonObject object -> {
                Map<String, @Nullable Object> names = new TreeMap<>();
                object.forEach(member -> names.put(member.getKey(), sortedValue(member.getValue())));
                yield names;
            }
            case JsonArray array -> array.stream().map(Signing::sortedValue).toList();
            default -> value;
        };
    }

    private static String text(Object value) {
        return value instanceof JsonObject || value instanceof JsonArray ? Json.encode(sortedValue(value))
                : value.toString();
    }

    /** {@code 2026-11-22 09:15:00} in Hà Nội. */
    static String local(Instant moment) {
        return LOCAL.format(moment);
    }

    /** RFC 3339 with Hà Nội's offset. */
    static String withOffset(Instant moment) {
        return WITH_OFFSET.format(moment);
    }

    /** {@code 20261122091500} in Hà Nội. */
    static String digits(Instant moment) {
        return DIGITS.format(moment);
    }

    static List<Duration> minutes(int... pauses) {
        return Arrays.stream(pauses).mapToObj(Duration::ofMinutes).toList();
    }

    /** What most receivers' HTTP statuses mean: 2xx taken, what cannot get better given up, all else again. */
    static Verdict byStatus(int status) {
        return switch (status) {
            case 200, 201, 202, 204 -> Verdict.TAKEN;
            case 400, 401, 403, 404, 413 -> Verdict.GIVEN_UP;
            default -> Verdict.AGAIN;
        };
    }
}
