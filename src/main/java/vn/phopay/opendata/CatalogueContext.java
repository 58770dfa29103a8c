package vn.phopay.opendata;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** The JSON-LD context of the catalogue; it stands in the document, so that nobody has to fetch another. */
final class CatalogueContext {
    private static final List<String> DCT = List.of("title", "description", "publisher", "license", "language",
            "spatial", "temporal", "identifier", "accrualPeriodicity", "accessRights", "format");
    private static final List<String> DCAT = List.of("dataset", "distribution", "contactPoint", "keyword", "theme",
            "landingPage", "inSeries", "accessURL", "downloadURL", "mediaType", "themeTaxonomy", "version",
            "previousVersion", "first", "last");

    private CatalogueContext() {}

    static JsonObject json() {
        JsonObject context = new JsonObject()
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("vcard", "http://www.w3.org/2006/vcard/ns#")
                .put("spdx", "http://spdx.org/rdf/terms#")
                .put("wdrs", "http://www.w3.org/2007/05/powder-s#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        DCT.forEach(name -> context.put(name, "dct:" + name));
        DCAT.forEach(name -> context.put(name, "dcat:" + name));
        return context
                .put("name", "foaf:name")
                .put("homepage", "foaf:homepage")
                .put("checksum", "spdx:checksum")
                .put("algorithm", "spdx:algorithm")
                .put("describedBy", "wdrs:describedby")
                .put("issued", typed("dct:issued", "xsd:dateTime"))
                .put("modified", typed("dct:modified", "xsd:dateTime"))
                .put("startDate", typed("dcat:startDate", "xsd:date"))
                .put("endDate", typed("dcat:endDate", "xsd:date"))
                .put("byteSize", typed("dcat:byteSize", "xsd:nonNegativeInteger"))
                .put("checksumValue", typed("spdx:checksumValue", "xsd:hexBinary"));
    }

    private static JsonObject typed(String id, String type) {
        return new JsonObject().put("@id", id).put("@type", type);
    }
}
