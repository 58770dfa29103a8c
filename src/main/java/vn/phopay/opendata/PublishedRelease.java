package vn.phopay.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.release.ReleaseStore.FileHead;
import vn.phopay.release.ReleaseStore.Publication;

/**
 * A published release and what is known of its files.
 *
 * @param publication when it was published, under which number
 * @param files its files by path, in order
 */
public record PublishedRelease(Publication publication, Map<String, FileHead> files) {
    /** Keeps the order of {@code heads}. */
    static PublishedRelease of(Publication publication, List<FileHead> heads) {
        Map<String, FileHead> files = new LinkedHashMap<>();
        heads.forEach(head -> files.put(head.path(), head));
        return new PublishedRelease(publication, files);
    }

    /** A file of it. */
    public Optional<FileHead> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The address of its folder under the service's own address. */
    public String folder() {
        return "/open-data/adoption/" + publication.number().folder();
    }
}
