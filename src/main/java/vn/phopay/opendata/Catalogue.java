package vn.phopay.opendata;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.release.ReleaseFiles;
import vn.phopay.release.ReleaseNumber;
import vn.phopay.release.ReleaseStore.FileHead;

/** The catalogue of open data in DCAT 3 (W3C, 2024) as JSON-LD, with what DCAT-AP 3 asks of catalogues in Europe. */
final class Catalogue {
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String TITLE_VI = "Số liệu mở về thanh toán không tiền mặt ở Hà Nội";
    private static final String TITLE_EN = "Open data on cashless payment in Hanoi";
    private static final String BULLETINS = "bulletins/";

    private final String base;

    Catalogue(URI publicUrl) {
        this.base = publicUrl.toString().replaceAll("/$", "");
    }

    JsonObject write(List<PublishedRelease> releases) {
        JsonObject catalogue = new JsonObject()
                .put("@context", CatalogueContext.json())
                .put("@id", base + "/open-data/catalog.jsonld")
                .put("@type", "dcat:Catalog")
                .put("title", texts(TITLE_VI, TITLE_EN))
                .put("description", texts(
                        "Mỗi tháng một bản phát hành: số cửa hàng, điểm bán hoạt động, lượt và giá trị giao dịch theo"
                                + " quận, phường, tuyến phố. Bản đã công bố không bao giờ thay đổi.",
                        "One release a month: shops, active outlets, payments and their value by district, ward and"
                                + " street. What was published never changes."))
                .put("publisher", publisher())
                .put("license", ref(ReleaseFiles.LICENCE))
                .put("language", languages())
                .put("homepage", ref(base + "/so-lieu"))
                .put("themeTaxonomy", ref(EU + "data-theme"))
                .put("spatial", spatial())
                .put("contactPoint", contact());
        if (!releases.isEmpty()) {
            catalogue.put("issued", time(releases.getFirst().publication().publishedAt()))
                    .put("modified", time(releases.stream().map(one -> one.publication().publishedAt())
                            .max(Instant::compareTo).orElseThrow()));
        }
        JsonArray datasets = new JsonArray().add(series(releases));
        releases.forEach(release -> datasets.add(dataset(release)));
        return catalogue.put("dataset", datasets);
    }

    private JsonObject series(List<PublishedRelease> releases) {
        JsonObject series = new JsonObject()
                .put("@id", base + "/open-data/adoption")
                .put("@type", new JsonArray().add("dcat:DatasetSeries").add("dcat:Dataset"))
                .put("identifier", "phopay-adoption")
                .put("title", texts("Số liệu hằng tháng", "Monthly figures"))
                .put("description", texts("Chuỗi các bản phát hành hằng tháng.", "The series of monthly releases."))
                .put("publisher", publisher())
                .put("contactPoint", contact())
                .put("accrualPeriodicity", ref(EU + "frequency/MONTHLY"))
                .put("theme", ref(EU + "data-theme/ECON"))
                .put("spatial", spatial());
        return releases.isEmpty() ? series : series
                .put("first", ref(base + releases.getFirst().folder()))
                .put("last", ref(base + releases.getLast().folder()))
                .put("temporal", temporal(releases.getFirst().publication().number(),
                        releases.getLast().publication().number()));
    }

    private JsonObject dataset(PublishedRelease release) {
        ReleaseNumber number = release.publication().number();
        JsonArray distributions = new JsonArray();
        release.files().values().stream().filter(file -> !file.path().startsWith(BULLETINS))
                .forEach(file -> distributions.add(distribution(release, file)));
        JsonObject dataset = new JsonObject()
                .put("@id", base + release.folder())
                .put("@type", "dcat:Dataset")
                .put("identifier", number.toString())
                .put("title", texts("Thanh toán không tiền mặt ở Hà Nội, tháng " + number.month() + ", bản "
                        + number.revision(), "Cashless payment in Hanoi, " + number.month() + ", revision "
                        + number.revision()))
                .put("description", texts("Số liệu đã ký của một tháng, kèm báo cáo, bản tin và định nghĩa chỉ số.",
                        "Signed figures of one month, with a report, bulletins and the metrics' definitions."))
                .put("issued", time(release.publication().publishedAt()))
                .put("publisher", publisher())
                .put("contactPoint", contact())
                .put("accessRights", ref(EU + "access-right/PUBLIC"))
                .put("accrualPeriodicity", ref(EU + "frequency/MONTHLY"))
                .put("language", languages())
                .put("theme", ref(EU + "data-theme/ECON"))
                .put("keyword", new JsonArray().add(text("thanh toán không tiền mặt", "vi"))
                        .add(text("cashless payment", "en")).add(text("Hà Nội", "vi")))
                .put("spatial", spatial())
                .put("temporal", temporal(number, number))
                .put("landingPage", ref(base + "/so-lieu"))
                .put("inSeries", ref(base + "/open-data/adoption"))
                .put("version", Integer.toString(number.revision()));
        if (number.revision() > 1) {
            dataset.put("previousVersion", ref(base + "/open-data/adoption/"
                    + new ReleaseNumber(number.month(), number.revision() - 1).folder()));
        }
        return dataset.put("distribution", distributions);
    }

    private JsonObject distribution(PublishedRelease release, FileHead file) {
        String address = base + release.folder() + "/" + file.path();
        FileFormat format = FileFormat.of(file);
        JsonObject distribution = new JsonObject()
                .put("@id", address + "#distribution")
                .put("@type", "dcat:Distribution")
                .put("title", file.path())
                .put("accessURL", ref(address))
                .put("downloadURL", ref(address))
                .put("mediaType", ref("http://www.iana.org/assignments/media-types/" + format.mediaType()))
                .put("format", ref(EU + "file-type/" + format.authority()))
                .put("byteSize", Integer.toString(file.bytes()))
                .put("issued", time(release.publication().publishedAt()))
                .put("license", ref(ReleaseFiles.LICENCE))
                .put("checksum", new JsonObject().put("@type", "spdx:Checksum")
                        .put("algorithm", ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"))
                        .put("checksumValue", file.sha256()));
        Optional<FileHead> metadata = release.file(file.path() + "-metadata.json");
        return metadata.isEmpty() ? distribution : distribution.put("describedBy", ref(address + "-metadata.json"));
    }

    private JsonObject publisher() {
        return new JsonObject().put("@id", base + "/#publisher")
                .put("@type", new JsonArray().add("foaf:Agent").add("foaf:Organization"))
                .put("name", texts("Chương trình thanh toán không tiền mặt Hà Nội (phopay)",
                        "Hanoi cashless payment programme (phopay)"))
                .put("foaf:homepage", ref(base + "/so-lieu"));
    }

    private JsonObject contact() {
        return new JsonObject().put("@id", base + "/#contact").put("@type", "vcard:Organization")
                .put("vcard:fn", TITLE_VI).put("vcard:hasURL", ref(base + "/so-lieu"));
    }

    /** The country: the EU has no code of its own for the city. */
    private static JsonArray spatial() {
        return new JsonArray().add(new JsonObject().put("@id", EU + "country/VNM").put("@type", "dct:Location"));
    }

    private static JsonObject temporal(ReleaseNumber first, ReleaseNumber last) {
        return new JsonObject().put("@type", "dct:PeriodOfTime")
                .put("startDate", first.month().atDay(1).toString())
                .put("endDate", last.month().atEndOfMonth().toString());
    }

    private static JsonArray languages() {
        return new JsonArray().add(ref(EU + "language/VIE")).add(ref(EU + "language/ENG"));
    }

    private static JsonArray texts(String vi, String en) {
        return new JsonArray().add(text(vi, "vi")).add(text(en, "en"));
    }

    private static JsonObject text(String value, String language) {
        return new JsonObject().put("@value", value).put("@language", language);
    }

    private static JsonObject ref(String address) {
        return new JsonObject().put("@id", address);
    }

    private static String time(Instant moment) {
        return moment.toString();
    }
}
