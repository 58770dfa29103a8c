package vn.phopay.web;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.phopay.http.StaticFile;

/**
 * The files that pages are made of, in memory. Where one file names another as {@code /assets/NAME}, the address gets
 * the fingerprint of that file's bytes, {@code /assets/NAME?v=…}: caches may keep it for ever, and never too long.
 */
public final class AssetBook {
    private static final String FOLDER = "web/assets/";
    private static final String ADDRESS = "/assets/";
    private static final String INDEX = FOLDER + "index.txt";
    private static final Pattern NAMED = Pattern.compile("/assets/([A-Za-z0-9.-]+)");

    private final Map<String, StaticFile> nameToFile;
    private final Map<String, String> addressToVersioned;

    private AssetBook(Map<String, StaticFile> nameToFile, Map<String, String> addressToVersioned) {
        this.nameToFile = Map.copyOf(nameToFile);
        this.addressToVersioned = Map.copyOf(addressToVersioned);
    }

    /** Reads every file that {@code index.txt} lists; a missing one, or two that name each other, stop the start. */
    public static AssetBook load() {
        Map<String, Buffer> nameToBytes = new LinkedHashMap<>();
        StaticFile.read(INDEX).toString().lines()
                .filter(line -> !line.isBlank())
                .forEach(name -> nameToBytes.put(name, StaticFile.read(FOLDER + name)));
        Map<String, StaticFile> files = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        while (files.size() < nameToBytes.size()) {
            int before = files.size();
            nameToBytes.forEach((name, bytes) -> {
                if (!files.containsKey(name) && named(name, bytes, nameToBytes).allMatch(files::containsKey)) {
                    StaticFile file = StaticFile.of(name, isText(name) ? versioned(bytes, addresses) : bytes);
                    files.put(name, file);
                    addresses.put(ADDRESS + name, ADDRESS + name + "?v=" + fingerprint(file));
                }
            });
            if (files.size() == before) {
                throw new IllegalStateException("assets name each other, or one that index.txt does not list");
            }
        }
        return new AssetBook(files, addresses);
    }

    /** Which other files a text names: they come first, because their fingerprints stand in it. */
    private static Stream<String> named(String name, Buffer bytes, Map<String, Buffer> nameToBytes) {
        return isText(name)
                ? NAMED.matcher(bytes.toString()).results().map(found -> found.group(1))
                        .filter(other -> !other.equals(name) && nameToBytes.containsKey(other))
                : Stream.empty();
    }

    /** The address of the file called {@code name}, with its fingerprint; one that is not listed is a mistake. */
    String address(String name) {
        String address = addressToVersioned.get(ADDRESS + name);
        if (address == null) {
            throw new IllegalArgumentException("the pages have no file called " + name);
        }
        return address;
    }

    /** The file of this name. */
    Optional<StaticFile> find(String name) {
        return Optional.ofNullable(nameToFile.get(name));
    }

    /** Whether {@code version} is what stands in the address of this very file. */
    static boolean isVersionOf(StaticFile file, String version) {
        return fingerprint(file).equals(version);
    }

    /** {@code page} with every address of an asset carrying its fingerprint. */
    public String versioned(String page) {
        return versioned(page, addressToVersioned);
    }

    private static Buffer versioned(Buffer text, Map<String, String> addresses) {
        return Buffer.buffer(versioned(text.toString(), addresses));
    }

    private static String versioned(String text, Map<String, String> addresses) {
        return NAMED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                addresses.getOrDefault(found.group(), found.group())));
    }

    private static boolean isText(String name) {
        return name.endsWith(".css") || name.endsWith(".js");
    }

    private static String fingerprint(StaticFile file) {
        return file.tag().replace("\"", "");
    }
}
