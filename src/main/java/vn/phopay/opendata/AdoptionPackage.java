package vn.phopay.opendata;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.phopay.release.DataPackage;

/** The Frictionless package at {@code /open-data/adoption/datapackage.json}: the newest revision of every month. */
final class AdoptionPackage {
    private AdoptionPackage() {}

    static JsonObject write(List<PublishedRelease> newest) {
        JsonArray resources = new JsonArray();
        newest.forEach(release -> release.files().values().stream()
                .filter(file -> file.path().endsWith(".csv"))
                .forEach(file -> resources.add(DataPackage.resource(
                        release.publication().number().folder() + "/" + file.path(), file.path(), file.bytes(),
                        file.sha256()))));
        JsonObject descriptor = DataPackage.descriptor("phopay-adoption");
        return resources.isEmpty() ? descriptor.put("resources", new JsonArray()) : descriptor
                .put("version", newest.getLast().publication().number().toString()).put("resources", resources);
    }
}
