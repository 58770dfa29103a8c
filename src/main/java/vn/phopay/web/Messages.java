package vn.phopay.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import vn.phopay.http.StaticFile;
import vn.phopay.merchant.Language;

/**
 * The words of the pages in one language.
 *
 * @param language which one
 * @param keyToText every text by its key
 */
record Messages(Language language, Map<String, String> keyToText) {
    private static final String SCRIPT_PREFIX = "js.";

    Messages {
        keyToText = Map.copyOf(keyToText);
    }

    /** The message file of {@code language}; a missing one stops the start. */
    static Messages load(Language language) {
        String path = "messages/" + language.code() + ".properties";
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(StaticFile.read(path).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
        Map<String, String> keyToText = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> keyToText.put(key, properties.getProperty(key)));
        return new Messages(language, keyToText);
    }

    /** The texts that scripts show, as one JSON object; their keys begin with {@code js.}. */
    String forScripts() {
        JsonObject texts = new JsonObject();
        keyToText.keySet().stream()
                .filter(key -> key.startsWith(SCRIPT_PREFIX))
                .sorted()
                .forEach(key -> texts.put(key.substring(SCRIPT_PREFIX.length()), keyToText.get(key)));
        return texts.encode();
    }
}
