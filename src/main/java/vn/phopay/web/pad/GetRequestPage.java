package vn.phopay.web.pad;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.PaymentRequestState.Status;
import vn.phopay.issuing.ReadPaymentRequest;
import vn.phopay.issuing.RequestFile;
import vn.phopay.speech.Announcer;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /nhan-tien/{id}: the code on the whole screen while it waits, then what became of it. */
public final class GetRequestPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/nhan-tien/{id}", Access.OWNER);

    private final ReadPaymentRequest read;
    private final PageKit kit;

    /** Shows what {@code read} finds. */
    public GetRequestPage(ReadPaymentRequest read, PageKit kit) {
        this.read = read;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param file the request
     * @param announcement what is told about its money, in words; empty where there is none
     */
    public record Model(RequestFile file, String announcement) {
        /** Where it stands, as the API writes it. */
        public String status() {
            return file.state().status().name();
        }

        /** Whether the code may be shown to a payer. */
        public boolean isOpen() {
            return file.state().status() == Status.PENDING || file.state().status() == Status.UNDERPAID;
        }

        /** Whether all that was asked for is there. */
        public boolean isPaid() {
            return file.state().isPaid();
        }

        /** Whether some of it came, and not enough. */
        public boolean isShort() {
            return file.state().status() == Status.UNDERPAID;
        }

        /** The address of the drawn code. */
        public String picture() {
            return "/api/v1/qr-codes/" + file.request().id() + ".svg";
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        RequestFile file = PaymentRequestId.parse(call.path("id"))
                .flatMap(id -> Future.await(read.read(transaction, id, call.principal())))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.REQUEST_NOT_FOUND, "There is no such payment request of yours."));
        return kit.page(view, "pad/request", new Model(file, announcement(file, view)));
    }

    /** Only money is announced, and only what a bank's signature told. */
    private static String announcement(RequestFile file, View view) {
        Announcer voice = Announcer.of(view.language().code());
        return switch (file.state().status()) {
            case PAID, OVERPAID -> voice.received(file.state().paidVnd()).text();
            case UNDERPAID -> voice.onlyReceived(file.state().paidVnd()).text();
            case PENDING, EXPIRED, CANCELLED, REFUNDED -> "";
        };
    }
}
