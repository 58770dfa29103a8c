package vn.phopay.http.opendata;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.opendata.Document;
import vn.phopay.opendata.OpenDataIndex;
import vn.phopay.opendata.PublishedRelease;
import vn.phopay.release.ReleaseStore.FileHead;

/** Answers with files and documents of the index. */
public final class OpenShelf {
    private static final String METADATA_END = "-metadata.json";

    private final OpenDataIndex index;

    /** Answers out of {@code index}. */
    public OpenShelf(OpenDataIndex index) {
        this.index = index;
    }

    OpenDataIndex index() {
        return index;
    }

    /** A file of a release; a table says where its description is. */
    Future<Reply> file(Call call, PublishedRelease release, String path, String caching) {
        Optional<FileHead> file = release.file(path);
        if (file.isEmpty()) {
            return Future.succeededFuture(OpenReply.notFound("This release has no such file."));
        }
        FileHead head = file.get();
        OpenReply.Source source = new OpenReply.Source(head.mediaType(), head.sha256(), head.bytes(),
                codings(head.gzip(), head.brotli()), coding -> index.bytes(release, head, coding));
        boolean described = release.file(path + METADATA_END).isPresent();
        return OpenReply.of(call, source, caching).map(reply -> described
                ? reply.with("link", "<" + release.folder() + "/" + path + METADATA_END
                        + ">; rel=\"describedby\"; type=\"application/csvm+json\"")
                : reply);
    }

    /** A document about all releases. */
    static Future<Reply> document(Call call, Document document, String caching) {
        return OpenReply.of(call, new OpenReply.Source(document.mediaType(), document.sha256(),
                document.bytes().length(), codings(document.gzip().isPresent(), document.brotli().isPresent()),
                coding -> Future.succeededFuture(switch (coding) {
                    case "br" -> document.brotli().orElseThrow();
                    case "gzip" -> document.gzip().orElseThrow();
                    default -> document.bytes();
                })), caching);
    }

    private static List<String> codings(boolean gzip, boolean brotli) {
        List<String> codings = new ArrayList<>();
        if (gzip) {
            codings.add("gzip");
        }
        if (brotli) {
            codings.add("br");
        }
        return codings;
    }
}
