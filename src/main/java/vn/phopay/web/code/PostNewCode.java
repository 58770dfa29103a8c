package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.issuing.QrCode;
import vn.phopay.merchant.CleanText;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ma-qr/moi: makes a code and goes on to printing it. */
public final class PostNewCode implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/ma-qr/moi", Access.OWNER);
    private static final int LABEL_LENGTH_MAX = 50;
    private static final int TERMINAL_LENGTH_MAX = 25;
    private static final int UNPROCESSABLE = 422;

    private final IssueQrCode issue;
    private final NewCodePage page;

    /** Makes by {@code issue}; shows {@code page} again where something is wrong. */
    public PostNewCode(IssueQrCode issue, NewCodePage page) {
        this.issue = issue;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        form.optional("label", LABEL_LENGTH_MAX);
        Optional<String> label = form.read("label", "form.unreadable", CleanText.upTo(LABEL_LENGTH_MAX));
        Optional<String> typed = form.optional("terminal", TERMINAL_LENGTH_MAX);
        Optional<String> terminal = typed.flatMap(CleanText.upTo(TERMINAL_LENGTH_MAX));
        if (typed.isPresent() && terminal.isEmpty()) {
            form.fail("terminal", "form.unreadable");
        }
        Optional<OutletId> outlet = CodeDesk.outlet(form);
        if (!form.isGood() || outlet.isEmpty()) {
            return page.show(call, transaction, UNPROCESSABLE, form);
        }
        IssueQrCode.Order order = new IssueQrCode.Order(outlet.get(), label, terminal, Optional.empty());
        return switch (issue.issue(transaction, order, call.principal())) {
            case IssueQrCode.Issued(QrCode code) -> PageKit.seeOther("/ma-qr/" + code.id() + "/in", "code.made");
            case IssueQrCode.NotApproved none -> again(call, transaction, form, "code.obstacle.short");
            case IssueQrCode.LifeOutOfRange none -> throw new IllegalStateException("the usual life is in range");
            case IssueQrCode.NotFound none -> again(call, transaction, form, "form.choice");
        };
    }

    private Reply again(Call call, SqlConnection transaction, Form form, String key) {
        form.fail("outlet", key);
        return page.show(call, transaction, UNPROCESSABLE, form);
    }
}
