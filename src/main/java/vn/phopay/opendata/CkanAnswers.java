package vn.phopay.opendata;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.release.ReleaseFiles;
import vn.phopay.release.ReleaseStore.FileHead;

/**
 * What CKAN's action API (version 3) would answer about the releases: one package a month, its newest revision.
 *
 * @param base where addresses begin
 * @param list the answer to {@code package_list}
 * @param nameToPackage the answers to {@code package_show}
 */
public record CkanAnswers(String base, Document list, Map<String, Document> nameToPackage) {
    /** As CKAN writes it. */
    public static final String JSON = "application/json;charset=utf-8";
    private static final String LIST = "package_list";
    private static final String SHOW = "package_show";
    private static final Map<String, String> ACTION_TO_HELP = Map.of(
            LIST, "Return a list of the names of the site's datasets (packages). :param limit: at most so many"
                    + " (optional); :param offset: the first to be returned (optional)",
            SHOW, "Return the metadata of a dataset (package) and its resources. :param id: its id or name");
    private static final String PREFIX = "phopay-adoption-";

    static CkanAnswers of(List<PublishedRelease> newest, URI publicUrl) {
        String base = publicUrl.toString().replaceAll("/$", "");
        JsonArray names = new JsonArray();
        Map<String, Document> packages = new LinkedHashMap<>();
        newest.forEach(release -> {
            String name = PREFIX + release.publication().number().month();
            names.add(name);
            packages.put(name, Document.of(JSON, answer(base, SHOW, toPackage(base, name, release))));
        });
        return new CkanAnswers(base, Document.of(JSON, answer(base, LIST, names)), packages);
    }

    /** Part of the answer to {@code package_list}: from the {@code offset}th name on, {@code limit} at most. */
    public JsonObject list(int offset, int limit) {
        return answer(base, LIST, new JsonArray(
                nameToPackage.keySet().stream().skip(offset).limit(limit).toList()));
    }

    /** The answer to {@code help_show}; empty for an action that is not served. */
    public Optional<JsonObject> help(String action) {
        return Optional.ofNullable(ACTION_TO_HELP.get(action)).map(text -> answer(base, "help_show", text));
    }

    /** How a failure of {@code action} is told. */
    public JsonObject failure(String action, JsonObject error) {
        return new JsonObject().put("help", help(base, action)).put("success", false).put("error", error);
    }

    /** The answer to {@code package_show}. */
    public Optional<Document> show(String name) {
        return Optional.ofNullable(nameToPackage.get(name));
    }

    private static JsonObject answer(String base, String action, Object result) {
        return new JsonObject().put("help", help(base, action)).put("success", true).put("result", result);
    }

    private static String help(String base, String action) {
        return base + "/open-data/api/3/action/help_show?name=" + action;
    }

    private static JsonObject toPackage(String base, String name, PublishedRelease release) {
        JsonArray resources = new JsonArray();
        release.files().values().stream().filter(file -> !file.path().startsWith("bulletins/"))
                .forEach(file -> resources.add(resource(base, name, release, file)));
        String published = time(release);
        return new JsonObject().put("id", name).put("name", name)
                .put("title", "Thanh toán không tiền mặt ở Hà Nội, tháng " + release.publication().number().month())
                .put("notes", "Cashless payment in Hanoi, signed monthly figures, revision "
                        + release.publication().number())
                .put("version", release.publication().number().toString())
                .put("type", "dataset").put("state", "active").put("private", false).put("isopen", true)
                .put("license_id", "cc-by-4.0").put("license_title", "Creative Commons Attribution 4.0")
                .put("license_url", ReleaseFiles.LICENCE)
                .put("url", base + release.folder())
                .put("organization", new JsonObject().put("id", "phopay").put("name", "phopay")
                        .put("title", "phopay").put("type", "organization").put("state", "active"))
                .put("owner_org", "phopay")
                .put("metadata_created", published).put("metadata_modified", published)
                .put("tags", new JsonArray().add(tag("cashless")).add(tag("ha-noi")))
                .put("groups", new JsonArray())
                .put("extras", new JsonArray())
                .put("num_resources", resources.size()).put("num_tags", 2)
                .put("resources", resources);
    }

    private static JsonObject resource(String base, String name, PublishedRelease release, FileHead file) {
        FileFormat format = FileFormat.of(file);
        return new JsonObject().put("id", name + "-" + file.path()).put("package_id", name)
                .put("name", file.path()).put("description", "")
                .put("url", base + release.folder() + "/" + file.path())
                .put("format", format.name()).put("mimetype", format.mediaType())
                .put("size", file.bytes()).put("hash", "sha256:" + file.sha256())
                .put("created", time(release)).put("last_modified", time(release))
                .put("state", "active").put("url_type", null);
    }

    private static JsonObject tag(String name) {
        return new JsonObject().put("id", name).put("name", name).put("display_name", name).put("state", "active");
    }

    /** CKAN writes times in UTC and says no offset. */
    private static String time(PublishedRelease release) {
        return LocalDateTime.ofInstant(release.publication().publishedAt(), ZoneOffset.UTC).toString();
    }
}
