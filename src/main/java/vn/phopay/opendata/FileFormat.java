package vn.phopay.opendata;

/**
 * What a file is, as catalogues name it.
 *
 * @param name short name, as CKAN has it
 * @param mediaType IANA media type without parameters
 * @param authority last part of the address in the EU's list of file types
 */
record FileFormat(String name, String mediaType, String authority) {
    static FileFormat of(String path) {
        if (path.endsWith(".csv")) {
            return new FileFormat("CSV", "text/csv", "CSV");
        }
        if (path.endsWith(".pdf")) {
            return new FileFormat("PDF", "application/pdf", "PDF");
        }
        if (path.endsWith(".json")) {
            return new FileFormat("JSON", "application/json", "JSON");
        }
        return path.endsWith("SUMS") || path.endsWith(".txt")
                ? new FileFormat("TXT", "text/plain", "TXT")
                : new FileFormat("BIN", "application/octet-stream", "BIN");
    }
}
