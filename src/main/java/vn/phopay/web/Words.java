package vn.phopay.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.phopay.http.StaticFile;
import vn.phopay.merchant.Language;

/**
 * What the portal's pages say in one language: a message file for each feature, named in {@code messages/index.txt}.
 * Texts of scripts have keys that begin with {@code js.} and the feature's name.
 *
 * @param language which one
 * @param keyToText every text by its key
 */
public record Words(Language language, Map<String, String> keyToText) {
    private static final String SCRIPT_PREFIX = "js.";

    /** Copies the texts. */
    public Words {
        keyToText = Map.copyOf(keyToText);
    }

    /** All texts in {@code language}; a missing file, or a key that two files hold, stops the start. */
    public static Words load(Language language) {
        Map<String, String> keyToText = new HashMap<>();
        StaticFile.read("messages/index.txt").toString().lines().filter(line -> !line.isBlank()).forEach(feature ->
                read("messages/" + feature + "/" + language.code() + ".properties").forEach((key, text) -> {
                    if (keyToText.put(key.toString(), text.toString()) != null) {
                        throw new IllegalStateException("two message files hold " + key);
                    }
                }));
        return new Words(language, keyToText);
    }

    /**
     * The text of {@code key}, with {0}, {1} … replaced by {@code arguments}; a key without text is a mistake in the
     * product and fails the call.
     */
    public String text(String key, Object... arguments) {
        String text = keyToText.get(key);
        if (text == null) {
            throw new IllegalStateException("no message file holds " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i].toString());
        }
        return text;
    }

    /** Whether there is a text of {@code key}. */
    public boolean has(String key) {
        return keyToText.containsKey(key);
    }

    /** The texts that the scripts of {@code features} show, as one JSON object of keys without {@code js.}. */
    String forScripts(List<String> features) {
        JsonObject texts = new JsonObject();
        keyToText.keySet().stream()
                .filter(key -> features.stream().anyMatch(feature -> key.startsWith(SCRIPT_PREFIX + feature + '.')))
                .sorted()
                .forEach(key -> texts.put(key.substring(SCRIPT_PREFIX.length()), text(key)));
        return texts.encode();
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(StaticFile.read(path).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
        return properties;
    }
}
