package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.EditOutlet;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.Outlet;
import vn.phopay.merchant.OutletPatch;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/dia-diem/{id}: changes an outlet's name and address. */
public final class PostOutlet implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetOutletPage.PATH, Access.OWNER);
    private static final OutletPatch.Member SAME = new OutletPatch.Member(false, null);

    private final EditOutlet edit;
    private final GetOutletPage page;

    /** Edits by {@code edit}; faults are shown on {@code page}. */
    public PostOutlet(EditOutlet edit, GetOutletPage page) {
        this.edit = edit;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Outlet outlet = page.outlet(call, transaction);
        Form form = Form.of(call);
        OutletPatch patch = new OutletPatch(
                form.read(GetOutletPage.NAME, "profile.name.bad", MerchantRules::outletName),
                form.read(GetOutletPage.ADDRESS, "profile.name.bad", MerchantRules::address),
                Optional.empty(), SAME, SAME);
        if (!form.isGood()) {
            return page.page(Own.UNPROCESSABLE, call, outlet, form);
        }
        EditOutlet.Edit asked = new EditOutlet.Edit(outlet.id(), Optional.empty(), patch);
        return switch (edit.edit(transaction, asked, Own.caller(call))) {
            case EditOutlet.Edited edited -> PageKit.seeOther("/ho-so", "profile.saved");
            case EditOutlet.NotFound none -> throw Own.notFound();
            case EditOutlet.Stale stale -> throw Own.overtaken();
            case EditOutlet.Misplaced misplaced -> throw new IllegalStateException("no place was named");
        };
    }
}
