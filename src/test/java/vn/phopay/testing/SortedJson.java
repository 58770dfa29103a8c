package vn.phopay.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints JSON sorted as senders do before they sign, by Jackson's databind and by no code of ours. */
public final class SortedJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();

    private SortedJson() {}

    /** Compact, names sorted at every level. */
    public static String print(String json) {
        try {
            return MAPPER.writeValueAsString(MAPPER.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The members of a flat object as {@code name=value&...}, sorted; null is empty. */
    public static String pairs(String json) {
        try {
            Map<?, ?> members = MAPPER.readValue(json, Map.class);
            List<String> pairs = new ArrayList<>();
            for (Map.Entry<?, ?> member : new TreeMap<>(members).entrySet()) {
                pairs.add(member.getKey() + "=" + text(member.getValue()));
            }
            return String.join("&", pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static String text(Object value) throws JsonProcessingException {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : MAPPER.writeValueAsString(value);
    }
}
