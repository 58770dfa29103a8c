package vn.phopay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a page's form sent, {@code application/x-www-form-urlencoded} or {@code multipart/form-data} (RFC 7578), read
 * from the buffered body and held in memory only; the route's limit on its body bounds it.
 *
 * @param nameToValues texts by field
 * @param nameToFile the files that were chosen; a field left empty is missing
 */
public record FormBody(Map<String, List<String>> nameToValues, Map<String, Upload> nameToFile) {
    private static final int FIELDS_MAX = 200;
    private static final DefaultHttpDataFactory IN_MEMORY = new DefaultHttpDataFactory(false);

    /** Copies both. */
    public FormBody {
        nameToValues = Map.copyOf(nameToValues);
        nameToFile = Map.copyOf(nameToFile);
    }

    /**
     * A file that was chosen.
     *
     * @param name what the sender calls it; never used as a path
     * @param contentType what the sender says it is; to be doubted
     * @param bytes what it holds
     */
    public record Upload(String name, String contentType, Buffer bytes) {}

    /** Reads the body of {@code call}; empty where it is no form, or cannot be read as the form it says it is. */
    public static Optional<FormBody> read(Call call) {
        String contentType = call.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean form = contentType.startsWith("application/x-www-form-urlencoded")
                || contentType.startsWith("multipart/form-data");
        return form ? decode(call) : Optional.empty();
    }

    /** The first value of a field as it was typed; empty where the field is missing. */
    public Optional<String> value(String name) {
        return nameToValues.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<FormBody> decode(Call call) {
        ByteBuf body = Unpooled.wrappedBuffer(call.rawBody().getBytes());
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set("content-type", call.header("content-type").orElse(""));
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", body, headers, EmptyHttpHeaders.INSTANCE);
        try {
            HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(IN_MEMORY, request);
            try {
                return Optional.of(of(decoder.getBodyHttpDatas()));
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException | HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static FormBody of(List<InterfaceHttpData> members) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Upload> files = new LinkedHashMap<>();
        for (InterfaceHttpData member : members.subList(0, Math.min(FIELDS_MAX, members.size()))) {
            try {
                if (member instanceof Attribute attribute) {
                    values.computeIfAbsent(attribute.getName(), name -> new ArrayList<>()).add(attribute.getValue());
                } else if (member instanceof FileUpload file && file.length() > 0) {
                    files.put(file.getName(), new Upload(
                            file.getFilename(), file.getContentType(), Buffer.buffer(file.get())));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("data in memory cannot fail", e);
            }
        }
        return new FormBody(values, files);
    }
}
