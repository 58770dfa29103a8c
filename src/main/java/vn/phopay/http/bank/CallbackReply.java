package vn.phopay.http.bank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.RecordOutcome;
import vn.phopay.payment.RecordOutcome.AlreadyRecorded;
import vn.phopay.payment.RecordOutcome.ConflictingDuplicate;
import vn.phopay.payment.RecordOutcome.NotRecorded;
import vn.phopay.payment.RecordOutcome.Recorded;

/** The answer to a recorded callback: one result a transaction, in the order sent. */
final class CallbackReply {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BYTES_PER_RESULT = 160;

    private CallbackReply() {}

    static Reply of(List<TransactionNotice> notices, List<RecordOutcome> outcomes) {
        List<Problem.FieldError> refused = refused(outcomes);
        if (!refused.isEmpty()) {
            return new Problem(ProblemCode.PAYMENT_NOT_RECORDED,
                    "The transactions named in errors were not recorded; the others were.", refused).toReply();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_PER_RESULT * notices.size());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (int i = 0; i < notices.size(); i++) {
                write(json, notices.get(i).bankReference(), outcomes.get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Reply.bytes(200, Reply.JSON, Buffer.buffer(bytes.toByteArray()));
    }

    private static List<Problem.FieldError> refused(List<RecordOutcome> outcomes) {
        List<Problem.FieldError> refused = new ArrayList<>(0);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof NotRecorded) {
                refused.add(new Problem.FieldError("/transactions/" + i, "was refused by the database"));
            }
        }
        return refused;
    }

    private static void write(JsonGenerator json, String reference, RecordOutcome outcome) throws IOException {
        Line line = switch (outcome) {
            case Recorded done -> new Line("ACCEPTED", done.payment(), done.outcome());
            case AlreadyRecorded done -> new Line("DUPLICATE", done.payment(), done.outcome());
            case ConflictingDuplicate done -> new Line("CONFLICT", done.payment(), done.outcome());
            case NotRecorded refused -> throw new IllegalStateException("answered as a problem");
        };
        json.writeStartObject();
        json.writeStringField("transactionId", reference);
        json.writeStringField("status", line.status);
        json.writeStringField("paymentId", line.payment.toString());
        json.writeStringField("outcome", line.outcome.name());
        json.writeEndObject();
    }

    private record Line(String status, PaymentId payment, PaymentOutcome outcome) {}
}
