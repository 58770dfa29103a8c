package vn.phopay.http.opendata;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phopay.http.AcceptEncoding;
import vn.phopay.http.Call;
import vn.phopay.http.EntityTag;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;

/**
 * How open data is answered: a strong entity tag that is the SHA-256 of the file, 304, the smallest form that the
 * caller takes, single ranges, and leave for scripts of every origin to read it. Bytes are asked for last: an answer
 * without a body needs none.
 */
final class OpenReply {
    /** For addresses that name a revision. */
    static final String IMMUTABLE = "public, max-age=31536000, immutable";
    /** For addresses that mean the newest. */
    static final String SHORT = "public, max-age=300";
    private static final String BROTLI = "br";
    private static final String GZIP = "gzip";
    private static final String PLAIN = "";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,12})-(\\d{0,12})");

    private OpenReply() {}

    /** What can be sent: its type, hash, length, the codings that are there, and where its bytes come from. */
    record Source(String mediaType, String sha256, int length, List<String> codings,
                  Function<String, Future<Buffer>> bytes) {}

    static Future<Reply> of(Call call, Source source, String caching) {
        Optional<Span> span = span(call, source);
        String coding = span.isPresent() ? PLAIN : coding(call, source.codings());
        String tag = tag(source, coding);
        Map<String, String> headers = Map.of(
                "etag", tag, "cache-control", caching, "vary", "accept-encoding", "accept-ranges", "bytes",
                "access-control-allow-origin", "*", "access-control-expose-headers",
                "Accept-Ranges, Content-Location, Content-Range, ETag, Link",
                "cross-origin-resource-policy", "cross-origin");
        if (EntityTag.isCached(call, tag)) {
            return Future.succeededFuture(new Reply(304, headers, Buffer.buffer()));
        }
        if (span.isPresent() && !span.get().isInside(source.length())) {
            return Future.succeededFuture(Reply.bytes(416, "text/plain; charset=utf-8", Buffer.buffer())
                    .with("content-range", "bytes */" + source.length())
                    .with("access-control-allow-origin", "*")
                    .with("access-control-expose-headers", "Content-Range"));
        }
        return source.bytes().apply(coding).map(bytes -> {
            Reply reply = new Reply(200, headers, bytes).with("content-type", source.mediaType());
            if (span.isPresent()) {
                return span.get().cut(reply);
            }
            return coding.isEmpty() ? reply : reply.with("content-encoding", coding);
        });
    }

    static Reply notFound(String what) {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, what).with("access-control-allow-origin", "*");
    }

    private static String tag(Source source, String coding) {
        return '"' + source.sha256() + (coding.isEmpty() ? "" : "-" + coding) + '"';
    }

    private static String coding(Call call, List<String> codings) {
        if (codings.contains(BROTLI) && AcceptEncoding.takes(call, BROTLI)) {
            return BROTLI;
        }
        return codings.contains(GZIP) && AcceptEncoding.takes(call, GZIP) ? GZIP : PLAIN;
    }

    /** A part of a file, both ends included (RFC 9110 section 14.1.2). */
    private record Span(int from, int to) {
        boolean isInside(int length) {
            return from <= to && from < length;
        }

        Reply cut(Reply whole) {
            int length = whole.body().length();
            int last = Math.min(to, length - 1);
            return new Reply(206, whole.headers(), whole.body().getBuffer(from, last + 1))
                    .with("content-range", "bytes " + from + "-" + last + "/" + length);
        }
    }

    /** One range that is asked for of this very file; several, or what is no range, are answered with the whole. */
    private static Optional<Span> span(Call call, Source source) {
        Optional<String> header = call.header("range");
        boolean meant = call.header("if-range").map(tag -> tag.equals(tag(source, PLAIN))).orElse(true);
        if (header.isEmpty() || !meant) {
            return Optional.empty();
        }
        Matcher range = RANGE.matcher(header.get());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long tail = Long.parseLong(range.group(2));
            return Optional.of(new Span((int) Math.max(0, source.length() - tail),
                    tail == 0 ? -1 : source.length() - 1));
        }
        long to = range.group(2).isEmpty() ? Integer.MAX_VALUE : Long.parseLong(range.group(2));
        return Optional.of(new Span((int) Math.min(Long.parseLong(range.group(1)), Integer.MAX_VALUE),
                (int) Math.min(to, Integer.MAX_VALUE)));
    }
}
