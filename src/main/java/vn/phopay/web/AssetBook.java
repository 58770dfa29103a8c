package vn.phopay.web;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.http.StaticFile;

/**
 * The files that pages are made of, in memory. Where one file names another as {@code /assets/NAME}, the address gets
 * the fingerprint of that file's bytes, {@code /assets/NAME?v=…}: caches may keep it for ever, and never too long.
 */
public final class AssetBook {
    private static final String FOLDER = "web/assets/";
    private static final String ADDRESS = "/assets/";
    /** Whoever is named stands before whoever names it. */
    private static final List<String> NAMES = List.of(
            "be-vietnam-pro-OFL.txt",
            "be-vietnam-pro-latin-400.woff2",
            "be-vietnam-pro-latin-600.woff2",
            "be-vietnam-pro-latin-800.woff2",
            "be-vietnam-pro-vietnamese-400.woff2",
            "be-vietnam-pro-vietnamese-600.woff2",
            "be-vietnam-pro-vietnamese-800.woff2",
            "favicon.svg",
            "logo.svg",
            "street.svg",
            "fonts.css",
            "page.css",
            "figures.css",
            "verify.css",
            "words.js",
            "poll.js",
            "cartogram.js",
            "table.js",
            "figures.js",
            "verify.js",
            "main.js");

    private final Map<String, StaticFile> nameToFile;
    private final Map<String, String> addressToVersioned;

    private AssetBook(Map<String, StaticFile> nameToFile, Map<String, String> addressToVersioned) {
        this.nameToFile = Map.copyOf(nameToFile);
        this.addressToVersioned = Map.copyOf(addressToVersioned);
    }

    /** Reads every file; a missing one stops the start. */
    public static AssetBook load() {
        Map<String, StaticFile> files = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String name : NAMES) {
            Buffer bytes = StaticFile.read(FOLDER + name);
            StaticFile file = StaticFile.of(name, isText(name) ? versioned(bytes, addresses) : bytes);
            files.put(name, file);
            addresses.put(ADDRESS + name, ADDRESS + name + "?v=" + fingerprint(file));
        }
        return new AssetBook(files, addresses);
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
    String versioned(String page) {
        return versioned(page, addressToVersioned);
    }

    private static Buffer versioned(Buffer text, Map<String, String> addresses) {
        return Buffer.buffer(versioned(text.toString(), addresses));
    }

    private static String versioned(String text, Map<String, String> addresses) {
        String result = text;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            result = result.replace(address.getKey(), address.getValue());
        }
        return result;
    }

    private static boolean isText(String name) {
        return name.endsWith(".css") || name.endsWith(".js");
    }

    private static String fingerprint(StaticFile file) {
        return file.tag().replace("\"", "");
    }
}
