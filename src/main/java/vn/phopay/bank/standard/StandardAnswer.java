package vn.phopay.bank.standard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vn.phopay.bank.DeliveryResult.Told;
import vn.phopay.bank.DialectAnswer;

/** The answer to a recorded standard delivery: one result a transaction, in the order sent. */
final class StandardAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BYTES_PER_RESULT = 160;

    private StandardAnswer() {}

    static DialectAnswer of(List<Told> told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_PER_RESULT * told.size());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (Told one : told) {
                write(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return new DialectAnswer(200, DialectAnswer.JSON, Buffer.buffer(bytes.toByteArray()));
    }

    private static void write(JsonGenerator json, Told one) throws IOException {
        json.writeStartObject();
        json.writeStringField("transactionId", one.bankReference());
        json.writeStringField("status", status(one));
        json.writeStringField("paymentId", one.payment().toString());
        json.writeStringField("outcome", one.outcome());
        json.writeEndObject();
    }

    private static String status(Told one) {
        return switch (one.novelty()) {
            case STORED -> "ACCEPTED";
            case DUPLICATE -> "DUPLICATE";
            case CONFLICT -> "CONFLICT";
        };
    }
}
