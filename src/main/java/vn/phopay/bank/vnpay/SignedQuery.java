package vn.phopay.bank.vnpay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.phopay.bank.json.Json;

/**
 * A query as VNPAY signs it: every pair that is not empty and whose name begins with {@code vnp_}, apart from the hash
 * itself, sorted by name. Names and values stay as they were received, because percent-encoding differs between
 * languages ({@code *}, {@code ~}, blanks) and a pair that is decoded and encoded again may no longer be what was
 * signed. Other pairs are not signed and so are not there at all.
 *
 * @param nameToRaw the signed pairs, undecoded, sorted by name
 * @param hash what the sender says the hash is; empty where it says nothing
 */
record SignedQuery(SortedMap<String, String> nameToRaw, String hash) {
    private static final String PREFIX = "vnp_";
    private static final String HASH = "vnp_SecureHash";
    private static final String HASH_TYPE = "vnp_SecureHashType";

    /** Reads a query; empty where it holds something else than visible ASCII, or two pairs of one name. */
    static Optional<SignedQuery> parse(String rawQuery) {
        if (!rawQuery.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        SortedMap<String, String> nameToRaw = new TreeMap<>();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            boolean signed = equals > 0 && equals < pair.length() - 1 && pair.startsWith(PREFIX);
            if (signed && nameToRaw.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        String hash = nameToRaw.remove(HASH);
        nameToRaw.remove(HASH_TYPE);
        return Optional.of(new SignedQuery(nameToRaw, hash == null ? "" : hash));
    }

    /** The text under the hash. */
    String text() {
        return nameToRaw.entrySet().stream()
                .map(pair -> pair.getKey() + '=' + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    /** The signed pairs with their values decoded; empty where one is no form encoding. */
    Optional<Json.Obj> decoded() {
        Map<String, Json> members = new LinkedHashMap<>();
        try {
            nameToRaw.forEach((name, raw) ->
                    members.put(name, new Json.Str(URLDecoder.decode(raw, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new Json.Obj(members));
    }
}
