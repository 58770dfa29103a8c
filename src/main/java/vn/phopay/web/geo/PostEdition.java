package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.geo.EditionSheet;
import vn.phopay.geo.ProposeEdition;
import vn.phopay.geo.SheetFault;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.FormBody;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /dia-gioi: keeps the file of a new edition and shows what it would move; the same file leads to the same one.
 */
public final class PostEdition implements TransactionalEndpoint {
    private static final int UNPROCESSABLE = 422;
    private static final EndpointSpec SPEC = EndpointSpec.form(GeoPath.EDITIONS, Access.ADMIN)
            .withBodyBytesMax(2 * EditionSheet.BYTES_MAX);

    private final ProposeEdition propose;
    private final EditionsPage page;

    /** Keeps by {@code propose}; a faulty file is told on {@code page}. */
    public PostEdition(ProposeEdition propose, EditionsPage page) {
        this.propose = propose;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        GeoPath.requireCity(call);
        Form form = Form.of(call);
        String title = form.text("title", ProposeEdition.TITLE_LENGTH_MAX);
        Optional<FormBody.Upload> file = form.file("file");
        if (file.isEmpty()) {
            form.fail("file", "geo.file.missing");
        } else if (file.get().bytes().length() > EditionSheet.BYTES_MAX) {
            form.fail("file", "geo.file.large", EditionSheet.BYTES_MAX / 1_024);
        }
        if (!form.isGood() || file.isEmpty()) {
            return page.show(UNPROCESSABLE, call, transaction, new EditionsPage.Filled(form, List.of()));
        }
        return switch (propose.propose(transaction, title, file.get().bytes().getBytes(), GeoPath.actor(call))) {
            case ProposeEdition.Proposed(UUID id) -> PageKit.seeOther(GeoPath.edition(id), "geo.proposed");
            case ProposeEdition.ThereBefore(UUID id) -> PageKit.seeOther(GeoPath.edition(id), "geo.before");
            case ProposeEdition.Faulty(List<SheetFault> faults) -> {
                form.fail("file", "geo.file.faulty", faults.size());
                yield page.show(UNPROCESSABLE, call, transaction, new EditionsPage.Filled(form, faults));
            }
        };
    }
}
