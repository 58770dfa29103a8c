package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.ImportPremises;
import vn.phopay.programme.PremisesFile;
import vn.phopay.web.Form;

/** POST /thanh-pho/pho/{streetId}/danh-ba/xem: what a list of places of trade would change; writes nothing. */
public final class PostPremisesPreview implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.REGISTER + "/xem", Access.STAFF)
            .withBodyBytesMax(RegisterPage.FILE_BYTES_MAX);
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final RegisterPage page;
    private final ImportPremises use;

    /** Asks {@code use}; shows {@code page}. */
    public PostPremisesPreview(RegisterPage page, ImportPremises use) {
        this.page = page;
        this.use = use;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form typed = Form.of(call);
        String text = typed.file(RegisterPage.FILE)
                .map(file -> file.bytes().toString())
                .orElseGet(() -> typed.typed(RegisterPage.TEXT));
        Form form = PremisesForm.fresh(page.parts().today());
        if (text.isBlank()) {
            form.fail(RegisterPage.FILE, "programme.import.none");
            return page.show(UNPROCESSABLE, call, transaction, new RegisterPage.Shown(form, Optional.empty()));
        }
        PremisesFile file = PremisesFile.read(text, page.parts().today());
        RegisterPage.Preview preview = new RegisterPage.Preview(
                text, file, use.preview(transaction, page.street(call), file));
        return page.show(file.isGood() ? OK : UNPROCESSABLE, call, transaction,
                new RegisterPage.Shown(form, Optional.of(preview)));
    }
}
