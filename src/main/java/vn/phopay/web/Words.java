package vn.phopay.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import vn.phopay.http.StaticFile;
import vn.phopay.merchant.Language;

/**
 * What the portal's pages say in one language: a message file for each feature, named in {@code messages/index.txt}.
 * Texts of scripts have keys that begin with {@code js.} and the feature's name. Safe for several threads.
 */
public final class Words {
    private static final String SCRIPT_PREFIX = "js.";

    private final Language language;
    private final Map<String, String> keyToText;
    /** Templates name a handful of lists of features; picking one's texts out of all takes longer than a page. */
    private final Map<List<String>, String> featuresToTexts = new ConcurrentHashMap<>();

    /** The texts of {@code language} by their keys. */
    public Words(Language language, Map<String, String> keyToText) {
        this.language = language;
        this.keyToText = Map.copyOf(keyToText);
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

    /** Which language. */
    public Language language() {
        return language;
    }

    /** Every text by its key. */
    public Map<String, String> keyToText() {
        return keyToText;
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
        return featuresToTexts.computeIfAbsent(List.copyOf(features), this::textsOf);
    }

    private String textsOf(List<String> features) {
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
