package vn.phopay.http.issuing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import vn.phopay.issuing.PaymentRequest;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.RequestFile;
import vn.phopay.issuing.RequestPayment;
import vn.phopay.time.BusinessDay;

/** Codes and payment requests as the API writes them; links start with the service's public address. */
public final class IssuingJson {
    /** Payments listed with a request; all of them count. */
    static final int PAYMENTS_MAX = 100;

    private final String codesUrl;

    /** Links below {@code publicUrl}, which ends without a slash. */
    public IssuingJson(URI publicUrl) {
        this.codesUrl = publicUrl + "/api/v1/qr-codes/";
    }

    JsonObject code(QrCode code, Instant now) {
        String url = codesUrl + code.id();
        return new JsonObject()
                .put("id", code.id().toString())
                .put("outletId", code.owner().outlet().toString())
                .put("type", "STATIC")
                .put("label", code.label().orElse(null))
                .put("terminal", code.terminal().orElse(null))
                .put("payload", code.payload())
                .put("reference", code.reference().value())
                .put("keyId", code.keyId())
                .put("serial", code.serial())
                .put("issuedAt", time(code.issuedAt()))
                .put("expiresAt", time(code.expiresAt()))
                .put("status", code.statusAt(now).name())
                .put("revokedAt", code.revokedAt().map(IssuingJson::time).orElse(null))
                .put("links", new JsonObject()
                        .put("svg", url + ".svg").put("png", url + ".png").put("pdf", url + ".pdf"));
    }

    JsonObject request(RequestFile file) {
        PaymentRequest request = file.request();
        PaymentRequest.Terms terms = request.terms();
        String url = codesUrl + request.id();
        JsonArray payments = new JsonArray();
        file.credits().stream().limit(PAYMENTS_MAX).forEach(credit -> payments.add(payment(credit)));
        return new JsonObject()
                .put("id", request.id().toString())
                .put("outletId", request.owner().outlet().toString())
                .put("reference", request.reference().value())
                .put("payload", request.code().payload())
                .put("keyId", request.code().keyId())
                .put("status", file.state().status().name())
                .put("amount", terms.amount().amountVnd())
                .put("amountTolerance", terms.toleranceVnd())
                .put("paidAmount", file.state().paidVnd())
                .put("refundedAmount", file.credits().stream().mapToLong(RequestPayment::refundedVnd).sum())
                .put("forgivenAmount", file.forgivenVnd())
                .put("description", terms.description().orElse(null))
                .put("orderRef", terms.orderRef().orElse(null))
                .put("createdAt", time(terms.createdAt()))
                .put("expiresAt", time(terms.expiresAt()))
                .put("cancelledAt", request.cancelledAt().map(IssuingJson::time).orElse(null))
                .put("payments", payments)
                .put("links", new JsonObject().put("svg", url + ".svg").put("png", url + ".png"));
    }

    private static JsonObject payment(RequestPayment credit) {
        return new JsonObject()
                .put("id", credit.id().toString())
                .put("bankCode", credit.bankCode())
                .put("bankReference", credit.bankReference())
                .put("amount", credit.amountVnd())
                .put("outcome", credit.outcome().name())
                .put("reversed", credit.reversed())
                .put("refundedAmount", credit.refundedVnd())
                .put("bookedAt", time(credit.times().bookedAt()))
                .put("recordedAt", time(credit.times().recordedAt()));
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, BusinessDay.ZONE));
    }
}
