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
 * @param list the answer to {@code package_list}
 * @param nameToPackage the answers to {@code package_show}
 */
public record CkanAnswers(Document list, Map<String, Document> nameToPackage) {
    private static final String JSON = "application/json;charset=utf-8";
    private static final String PREFIX = "phopay-adoption-";

    static CkanAnswers of(List<PublishedRelease> newest, URI publicUrl) {
        String base = publicUrl.toString().replaceAll("/$", "");
        JsonArray names = new JsonArray();
        Map<String, Document> packages = new LinkedHashMap<>();
        newest.forEach(release -> {
            String name = PREFIX + release.publication().number().month();
            names.add(name);
            packages.put(name, answer(base, "package_show", toPackage(base, name, release)));
        });
        return new CkanAnswers(answer(base, "package_list", names), packages);
    }

    /** The answer to {@code package_show}. */
    public Optional<Document> show(String name) {
        return Optional.ofNullable(nameToPackage.get(name));
    }

    private static Document answer(String base, String action, Object result) {
        return Document.of(JSON, new JsonObject().put("help", base + "/open-data/api/3/action/help_show?name=" + action)
                .put("success", true).put("result", result));
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
        FileFormat format = FileFormat.of(file.path());
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
