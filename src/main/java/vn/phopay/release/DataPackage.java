package vn.phopay.release;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes the tables of a release for programs: Frictionless Data Package v1, and CSV on the Web. */
public final class DataPackage {
    /** The name of the package's descriptor. */
    public static final String PATH = "datapackage.json";
    private static final String CSVW_END = "-metadata.json";
    private static final String CSVW_TYPE = "application/csvm+json";

    private DataPackage() {}

    static List<ReleaseFile> describe(ReleaseContent content, List<ReleaseFile> files) {
        List<ReleaseFile> tables = files.stream().filter(file -> file.path().endsWith(".csv")).toList();
        List<ReleaseFile> described = new ArrayList<>();
        JsonArray resources = new JsonArray();
        tables.forEach(table -> {
            resources.add(resource(table.path(), table.path(), table.bytes().length(), table.sha256()));
            described.add(ReleaseFiles.json(table.path() + CSVW_END, TableSchema.of(table.path()).csvw(table.path()))
                    .as(CSVW_TYPE));
        });
        String number = content.number().toString();
        described.add(ReleaseFiles.json(PATH, descriptor("phopay-adoption-" + number.toLowerCase(Locale.ROOT))
                .put("version", number).put("resources", resources)));
        return described;
    }

    /** A package without resources. */
    public static JsonObject descriptor(String name) {
        return new JsonObject()
                .put("profile", "tabular-data-package")
                .put("name", name)
                .put("title", "phopay: thanh toán không tiền mặt ở Hà Nội / cashless payment in Hanoi")
                .put("licenses", new JsonArray().add(new JsonObject().put("name", "CC-BY-4.0")
                        .put("path", ReleaseFiles.LICENCE).put("title", "Creative Commons Attribution 4.0")));
    }

    /**
     * A table of a package.
     *
     * @param path where it is, relative to the descriptor
     * @param file its name inside the release, which tells its schema
     */
    public static JsonObject resource(String path, String file, long bytes, String sha256) {
        String name = path.replaceAll("\\.csv$", "").replace('/', '-');
        return new JsonObject()
                .put("profile", "tabular-data-resource")
                .put("name", name)
                .put("path", path)
                .put("title", TableSchema.of(file).title())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8")
                .put("bytes", bytes)
                .put("hash", "sha256:" + sha256)
                .put("dialect", new JsonObject().put("delimiter", ",").put("lineTerminator", "\n")
                        .put("quoteChar", "\"").put("doubleQuote", true).put("header", true))
                .put("schema", TableSchema.of(file).frictionless());
    }
}
