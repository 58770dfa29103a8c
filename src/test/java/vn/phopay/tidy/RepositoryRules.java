package vn.phopay.tidy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.phopay.tidy.Repository.TextFile;

/** What may stand in the repository at all, and what no text in it may say. */
public final class RepositoryRules {
    private static final Set<String> TOP_LEVEL =
            Set.of("pom.xml", "src", "keys-sample", "loadtest", "README.md", "LICENSE");
    /** Put together from halves, so that this file does not find itself. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.:/}~-])/(home|root|Users|work|tmp)/" + "[A-Za-z0-9._-]+|\\b[A-Z]:\\\\Users");
    private static final Pattern TRANSLATED = Pattern.compile("(.*(?<![a-z]))(vi|en)(\\.(properties|json))");

    private RepositoryRules() {}

    /** Paths whose first part is neither allowed at the top level nor a dot file. */
    public static List<String> strangersAtTop(List<String> paths) {
        return paths.stream()
                .map(path -> path.split("/")[0])
                .distinct()
                .filter(top -> !top.startsWith(".") && !TOP_LEVEL.contains(top))
                .map(top -> top + ": only " + new TreeSet<>(TOP_LEVEL) + " and dot files stand at the top level")
                .toList();
    }

    /** Marks of unfinished work. */
    public static List<String> unfinished(TextFile file) {
        return linesWith(file, line -> UNFINISHED.matcher(line).find());
    }

    /** Paths that exist on somebody's machine only. */
    public static List<String> machinePaths(TextFile file) {
        return linesWith(file, line -> MACHINE_PATH.matcher(line).find());
    }

    /** Texts that only one language has, texts that are empty, and files without their sibling. */
    public static List<String> untranslated(List<TextFile> files) {
        List<String> findings = new ArrayList<>();
        Map<String, Map<String, TextFile>> families = new TreeMap<>();
        for (TextFile file : files) {
            Matcher name = TRANSLATED.matcher(file.path());
            if (name.matches()) {
                families.computeIfAbsent(name.group(1) + "*" + name.group(3), family -> new TreeMap<>())
                        .put(name.group(2), file);
            } else {
                findings.add(file.path() + ": its name does not end in its language, vi or en");
            }
        }
        families.forEach((family, languageToFile) -> findings.addAll(compare(family, languageToFile)));
        return findings;
    }

    private static List<String> compare(String family, Map<String, TextFile> languageToFile) {
        if (languageToFile.size() != 2) {
            return List.of(family + ": there is " + languageToFile.keySet() + " only");
        }
        Map<String, String> vi = messages(languageToFile.get("vi"));
        Map<String, String> en = messages(languageToFile.get("en"));
        Set<String> keys = new TreeSet<>(vi.keySet());
        keys.addAll(en.keySet());
        return keys.stream()
                .filter(key -> vi.getOrDefault(key, "").isBlank() || en.getOrDefault(key, "").isBlank())
                .map(key -> family + ": " + key + " has no text in both languages")
                .toList();
    }

    private static Map<String, String> messages(TextFile file) {
        if (file.path().endsWith(".json")) {
            Map<String, String> messages = new TreeMap<>();
            flatten("", new JsonObject(file.text()).getMap(), messages);
            return messages;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(file.path(), e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static void flatten(String prefix, Map<?, ?> members, Map<String, String> messages) {
        members.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + key + ".", inner, messages);
            } else {
                messages.put(prefix + key, String.valueOf(value));
            }
        });
    }

    private static List<String> linesWith(TextFile file, Predicate<String> fault) {
        List<String> findings = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (fault.test(lines.get(i))) {
                findings.add(file.path() + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
        }
        return findings;
    }
}
