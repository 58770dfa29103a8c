package vn.phopay.safety;

import io.vertx.core.buffer.Buffer;

/**
 * A photo as we keep it: written anew by us, so that it holds pixels and nothing else.
 *
 * @param jpeg a JPEG file without metadata
 * @param widthPx 1 to {@link CleanPhoto#SIDE_PX_MAX}
 * @param heightPx 1 to {@link CleanPhoto#SIDE_PX_MAX}
 */
public record Photo(Buffer jpeg, int widthPx, int heightPx) {
    /** Sizes only. */
    @Override
    public String toString() {
        return "Photo[" + widthPx + "x" + heightPx + ", " + jpeg.length() + " bytes]";
    }
}
