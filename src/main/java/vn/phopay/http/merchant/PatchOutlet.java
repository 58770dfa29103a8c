package vn.phopay.http.merchant;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.EditOutlet;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.NewOutlet;
import vn.phopay.merchant.Outlet;
import vn.phopay.merchant.OutletPatch;

/**
 * PATCH /api/v1/outlets/{id}: a JSON merge patch (RFC 7396) of an outlet; another place holds from today on. If-Match
 * takes the merchant's ETag, which counts changes of its outlets too.
 */
public final class PatchOutlet implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.patch("/api/v1/outlets/{id}", Access.SESSION);
    private static final int CODE_LENGTH_MAX = 64;
    private static final List<String> KEPT = List.of("name", "address", "districtCode");

    private final EditOutlet edit;

    /** Edits by {@code edit}. */
    public PatchOutlet(EditOutlet edit) {
        this.edit = edit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        OutletId outlet = OutletId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such outlet."));
        EditOutlet.Edit asked = new EditOutlet.Edit(outlet, EntityTag.requiredVersion(call), patch(call.body()));
        return switch (edit.edit(transaction, asked, MerchantCalls.caller(call))) {
            case EditOutlet.Edited(Outlet edited, long version) ->
                Reply.ok(MerchantJson.outlet(edited)).with("etag", EntityTag.ofVersion(version));
            case EditOutlet.Stale(long version) -> MerchantCalls.stale(version);
            case EditOutlet.NotFound none -> Reply.problem(
                    ProblemCode.REQUEST_NOT_FOUND, "There is no such outlet, or none that you may see.");
            case EditOutlet.Misplaced(LocateOutlet.NotThere fault) ->
                MerchantCalls.fieldFault(fault.field(), fault.detail());
        };
    }

    private static OutletPatch patch(Fields body) {
        body.allowOnly(List.of("name", "address", "districtCode", "wardCode", "streetId"));
        MerchantCalls.refuseRemoval(body, KEPT);
        OutletPatch patch = new OutletPatch(
                text(body, "name", NewOutlet.NAME_LENGTH_MAX),
                text(body, "address", NewOutlet.ADDRESS_LENGTH_MAX),
                body.optionalText("districtCode", CODE_LENGTH_MAX),
                member(body, "wardCode"),
                member(body, "streetId"));
        body.check();
        return patch;
    }

    private static Optional<String> text(Fields body, String field, int lengthMax) {
        return body.optional(field, CleanText.upTo(lengthMax), CleanText.rule(lengthMax));
    }

    private static OutletPatch.Member member(Fields body, String field) {
        return new OutletPatch.Member(body.has(field), body.optionalText(field, CODE_LENGTH_MAX).orElse(null));
    }
}
