package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.profile.KeptData;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/du-lieu/xoa: what will be deleted, what must be kept and why, and the way to ask for it. */
public final class GetDeletionPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/du-lieu/xoa";
    static final String REASON = "reason";
    static final String SURE = "sure";
    static final String WHEN = "when";
    static final String LATER = "later";
    static final String SOON = "soon";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final Duration wait;
    private final PageKit kit;

    /** Wishes may be carried out {@code wait} after they were made. */
    public GetDeletionPage(Duration wait, PageKit kit) {
        this.wait = wait;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the fields
     * @param waitDays for how many days it can be taken back
     * @param kept what stays, each the end of a message's key
     */
    public record Model(Form form, long waitDays, List<String> kept) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page(200, call, Form.showing(Map.of(WHEN, LATER)));
    }

    /** The page with a form of its own. */
    Reply page(int status, Call call, Form form) {
        List<String> kept = Arrays.stream(KeptData.values())
                .map(data -> data.name().toLowerCase(Locale.ROOT))
                .toList();
        return kit.page(status, kit.view(call), "profile/deletion", new Model(form, wait.toDays(), kept));
    }
}
