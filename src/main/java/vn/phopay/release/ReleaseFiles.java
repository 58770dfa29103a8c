package vn.phopay.release;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes the files of a release. The same content gives the same bytes, on every machine, in every time zone and
 * language: order is fixed, and no clock, no locale and no random number is read.
 */
public final class ReleaseFiles {
    /** Creative Commons Attribution 4.0 International. */
    public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    static final String MANIFEST = "manifest.json";
    static final String METRICS = "metrics.json";
    static final String REPORT = "report.pdf";
    static final String SUMS = "SHA256SUMS";
    /** Hashes of all data, which the report prints: it can name no hash of a list that it stands in itself. */
    static final String DATA_SUMS = "DATA-SHA256SUMS";

    private ReleaseFiles() {}

    /** All files but the signature: data, descriptions, report, lists of hashes, and the manifest last. */
    static List<ReleaseFile> make(ReleaseContent content) {
        List<ReleaseFile> files = new ArrayList<>(new ReleaseTables(content).files());
        files.add(json(ReleaseJson.PATH, new ReleaseJson(content).write()));
        files.add(new ReleaseFile(METRICS, ReleaseFile.JSON, metrics()));
        files.addAll(new BulletinFiles(content).make());
        files.addAll(DataPackage.describe(content, files));
        files.sort(Comparator.comparing(ReleaseFile::path));
        ReleaseFile dataSums = ReleaseFile.text(DATA_SUMS, ReleaseFile.TEXT, sums(files));
        files.add(dataSums);
        files.add(new ReleaseFile(REPORT, "application/pdf", ReportPdf.render(content, dataSums.sha256())));
        files.sort(Comparator.comparing(ReleaseFile::path));
        ReleaseFile manifest = json(MANIFEST, manifest(content, files));
        files.add(manifest);
        files.sort(Comparator.comparing(ReleaseFile::path));
        files.add(ReleaseFile.text(SUMS, ReleaseFile.TEXT, sums(files)));
        return List.copyOf(files);
    }

    /** The manifest among {@code files}: what is signed, and whose hash stands for the whole release. */
    static ReleaseFile manifest(List<ReleaseFile> files) {
        return files.stream().filter(file -> file.path().equals(MANIFEST)).findFirst().orElseThrow();
    }

    private static JsonObject manifest(ReleaseContent content, List<ReleaseFile> files) {
        JsonArray list = new JsonArray();
        files.forEach(file -> list.add(new JsonObject().put("path", file.path()).put("sha256", file.sha256())
                .put("bytes", file.bytes().length()).put("mediaType", file.mediaType())));
        JsonObject manifest = new JsonObject()
                .put("format", "phopay-release-1")
                .put("number", content.number().toString())
                .put("month", content.number().month().toString())
                .put("revision", content.number().revision())
                .put("draftedOn", content.draftedOn().toString())
                .put("licence", LICENCE)
                .put("metricsVersion", content.definitions().version());
        content.previous().ifPresent(previous -> manifest.put("previous", new JsonObject()
                .put("number", previous.number().toString())
                .put("path", previous.number().folder() + "/" + ReleaseTables.DISTRICTS_WIDE)
                .put("sha256", previous.districtsSha256())));
        content.correction().ifPresent(correction -> manifest.put("corrects", correction.corrects().toString())
                .put("reasons", correction.reasons()));
        return manifest.put("files", list);
    }

    /** Lines as {@code sha256sum -c} reads them. */
    private static String sums(List<ReleaseFile> files) {
        return files.stream().map(file -> file.sha256() + "  " + file.path() + "\n").collect(Collectors.joining());
    }

    static ReleaseFile json(String path, JsonObject json) {
        return ReleaseFile.text(path, ReleaseFile.JSON, json.encodePrettily().replace("\r\n", "\n") + "\n");
    }

    private static Buffer metrics() {
        try (InputStream in = ReleaseFiles.class.getResourceAsStream("/metrics/metrics.json")) {
            return Buffer.buffer(Objects.requireNonNull(in, "metrics.json").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("metrics.json", e);
        }
    }
}
