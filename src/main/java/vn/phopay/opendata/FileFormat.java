package vn.phopay.opendata;

import vn.phopay.release.ReleaseStore.FileHead;

/**
 * What a file is, as catalogues name it.
 *
 * @param name short name, as CKAN has it
 * @param mediaType IANA media type without parameters
 * @param authority last part of the address in the EU's list of file types
 */
record FileFormat(String name, String mediaType, String authority) {
    /** The media type is the one that the file is sent with. */
    static FileFormat of(FileHead file) {
        String name = name(file.path());
        return new FileFormat(name, file.mediaType().replaceFirst(";.*", ""), name);
    }

    private static String name(String path) {
        if (path.endsWith(".csv")) {
            return "CSV";
        }
        if (path.endsWith(".pdf")) {
            return "PDF";
        }
        if (path.endsWith(".json")) {
            return "JSON";
        }
        return path.endsWith("SUMS") || path.endsWith(".txt") ? "TXT" : "BIN";
    }
}
