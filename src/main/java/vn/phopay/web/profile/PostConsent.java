package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import vn.phopay.consent.ConsentEvidence;
import vn.phopay.consent.ConsentPurpose;
import vn.phopay.consent.Consents;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/du-lieu/dong-y: agrees to what nobody has to agree to, or takes that back. */
public final class PostConsent implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDataPage.PATH + "/dong-y", Access.OWNER);
    private static final String GIVE = "give";
    private static final String WITHDRAW = "withdraw";

    private final Consents consents;

    /** Writes into {@code consents}. */
    public PostConsent(Consents consents) {
        this.consents = consents;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** Without what is required there is no service: who does not agree to that any more asks to be forgotten. */
    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        ConsentPurpose purpose = Arrays.stream(ConsentPurpose.values())
                .filter(known -> known.name().equals(form.typed("purpose")))
                .findFirst()
                .orElseThrow(Own::notFound);
        ConsentEvidence ticked = ConsentEvidence.ticked();
        switch (form.typed("act")) {
            case GIVE -> Future.await(consents.give(transaction, Own.merchant(call), purpose, ticked));
            case WITHDRAW -> {
                if (purpose.isRequired()) {
                    return PageKit.seeOther(GetDeletionPage.PATH);
                }
                Future.await(consents.withdraw(transaction, Own.merchant(call), purpose, ticked));
            }
            default -> throw Own.notFound();
        }
        return PageKit.seeOther(GetDataPage.PATH, "profile.consent");
    }
}
