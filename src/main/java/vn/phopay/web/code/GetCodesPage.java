package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.printing.MyCode;
import vn.phopay.printing.ReadMyCodes;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /ma-qr: the shop's printed codes by outlet; {@code ?tat-ca=1} those that are over, too. */
public final class GetCodesPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr", Access.OWNER);

    private final CodeDesk desk;
    private final PageKit kit;

    /** Shows what {@code desk} knows. */
    public GetCodesPage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /** The codes of one outlet. */
    public record Group(String outletName, List<MyCode> codes) {
        /** Copies the list. */
        public Group {
            codes = List.copyOf(codes);
        }
    }

    /**
     * What the template shows.
     *
     * @param obstacle why no code can be made, as the API writes it; empty for none
     * @param reason what staff said about it
     * @param groups codes by outlet
     * @param all whether codes that are over are among them
     * @param full whether there are more than are shown
     */
    public record Model(String obstacle, Optional<String> reason, List<Group> groups, boolean all, boolean full) {
        /** Copies the list. */
        public Model {
            groups = List.copyOf(groups);
        }

        /** Whether codes can be made. */
        public boolean isReady() {
            return obstacle.isEmpty();
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        MerchantFile file = desk.file(call, transaction);
        boolean all = call.queryParameter("tat-ca").isPresent();
        List<MyCode> codes = Future.await(desk.codes().list(transaction, file.merchant().id(), all));
        List<Group> groups = codes.stream().map(code -> code.code().owner().outlet()).distinct()
                .map(outlet -> codes.stream().filter(code -> code.code().owner().outlet().equals(outlet)).toList())
                .map(ofOutlet -> new Group(ofOutlet.getFirst().outletName(), ofOutlet))
                .toList();
        String obstacle = CodeDesk.obstacle(file).map(CodeDesk.Obstacle::name).orElse("");
        return kit.page(view, "code/codes", new Model(
                obstacle, CodeDesk.reason(file), groups, all, codes.size() == ReadMyCodes.ROWS_MAX));
    }
}
