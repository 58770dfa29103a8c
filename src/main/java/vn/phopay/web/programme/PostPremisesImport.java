package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.place.Place;
import vn.phopay.programme.ImportPremises;
import vn.phopay.programme.PremisesFile;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/pho/{streetId}/danh-ba/nhap: takes a list of places of trade that was looked at before. */
public final class PostPremisesImport implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.REGISTER + "/nhap", Access.STAFF)
            .withBodyBytesMax(RegisterPage.FILE_BYTES_MAX);
    private static final int UNPROCESSABLE = 422;

    private final RegisterPage page;
    private final ImportPremises use;

    /** Takes it by {@code use}. */
    public PostPremisesImport(RegisterPage page, ImportPremises use) {
        this.page = page;
        this.use = use;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Place street = page.street(call);
        String text = Form.of(call).typed(RegisterPage.TEXT);
        PremisesFile file = PremisesFile.read(text, page.parts().today());
        if (!file.isGood()) {
            RegisterPage.Preview preview =
                    new RegisterPage.Preview(text, file, use.preview(transaction, street, file));
            return page.show(UNPROCESSABLE, call, transaction, new RegisterPage.Shown(
                    PremisesForm.fresh(page.parts().today()), Optional.of(preview)));
        }
        use.apply(transaction, street, file, ProgrammeParts.actor(call));
        return PageKit.seeOther(ProgrammePath.of(street), "programme.import.done");
    }
}
