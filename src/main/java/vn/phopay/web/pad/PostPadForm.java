package vn.phopay.web.pad;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.issuing.CreatePaymentRequest;
import vn.phopay.merchant.CleanText;
import vn.phopay.money.Money;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /nhan-tien: makes a code for one payment and shows it. */
public final class PostPadForm implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/nhan-tien", Access.OWNER);
    private static final int NOTE_LENGTH_MAX = 100;
    private static final int UNPROCESSABLE = 422;

    private final CreatePaymentRequest create;
    private final PadPage page;
    private final Duration lifetime;

    /** Creates by {@code create}, good for {@code lifetime}; shows {@code page} again where something is wrong. */
    public PostPadForm(CreatePaymentRequest create, PadPage page, Duration lifetime) {
        this.create = create;
        this.page = page;
        this.lifetime = lifetime;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        Optional<Long> amountVnd = form.amount("amount");
        Optional<String> note = form.optional("note", NOTE_LENGTH_MAX);
        if (note.isPresent() && note.flatMap(CleanText.upTo(NOTE_LENGTH_MAX)).isEmpty()) {
            form.fail("note", "form.unreadable");
        }
        OutletId outlet = OutletId.parse(form.typed("outlet")).orElse(new OutletId(new UUID(0, 0)));
        if (!form.isGood() || amountVnd.isEmpty()) {
            return page.show(call, transaction, UNPROCESSABLE, form);
        }
        CreatePaymentRequest.Order order = new CreatePaymentRequest.Order(
                outlet, new Money(amountVnd.get()), note, Optional.empty(), lifetime);
        return switch (create.create(transaction, order, call.principal())) {
            case CreatePaymentRequest.Created(var file) -> PageKit.seeOther("/nhan-tien/" + file.request().id());
            case CreatePaymentRequest.NotApproved none -> again(call, transaction, form, "pad.notApproved");
            case CreatePaymentRequest.NotFound none -> again(call, transaction, form, "form.choice");
        };
    }

    private Reply again(Call call, SqlConnection transaction, Form form, String key) {
        form.fail("outlet", key);
        return page.show(call, transaction, UNPROCESSABLE, form);
    }
}
