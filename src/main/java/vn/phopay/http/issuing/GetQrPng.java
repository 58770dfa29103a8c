package vn.phopay.http.issuing;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.issuing.RenderCode;

/**
 * GET /api/v1/qr-codes/{id}.png?size=: the code of a {@code qr_…} or {@code prq_…} id, at most {@code size} pixels
 * wide.
 */
public final class GetQrPng implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/qr-codes/{id}.png", Access.ANYONE);
    private static final int SIZE_PX_DEFAULT = 512;
    /** The largest symbol a signed code can need (version 18, ECC M) is 97 modules wide with its quiet zone. */
    private static final int SIZE_PX_MIN = 128;
    private static final int SIZE_PX_MAX = 2048;
    private static final Pattern UP_TO_FOUR_DIGITS = Pattern.compile("[0-9]{1,4}");

    private final CodeImages images;

    /** Takes from {@code images}. */
    public GetQrPng(CodeImages images) {
        this.images = images;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        int sizePx = call.queryParameter("size").map(GetQrPng::size).orElse(SIZE_PX_DEFAULT);
        return images.ofAny(call, new RenderCode.Png(sizePx), "image/png");
    }

    private static int size(String text) {
        return Optional.of(text)
                .filter(digits -> UP_TO_FOUR_DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(size -> size >= SIZE_PX_MIN && size <= SIZE_PX_MAX)
                .orElseThrow(() -> ProblemException.ofField(
                        "?size", "must be a whole number of " + SIZE_PX_MIN + " to " + SIZE_PX_MAX + " pixels"));
    }
}
