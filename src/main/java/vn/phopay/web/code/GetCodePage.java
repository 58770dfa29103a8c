package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.PrintedCode;
import vn.phopay.paper.CodeFace;
import vn.phopay.printing.MyCode;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /ma-qr/{id}: one code as large as the screen, for a payer to scan, and what can be done with it. */
public final class GetCodePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/{id}", Access.OWNER);

    private final CodeDesk desk;
    private final IssuedCodeStore codes;
    private final PageKit kit;

    /** Shows what {@code desk} knows, and whom {@code codes} say it pays. */
    public GetCodePage(CodeDesk desk, IssuedCodeStore codes, PageKit kit) {
        this.desk = desk;
        this.codes = codes;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param code the code
     * @param face what would stand around it on paper
     * @param warnings what its owner should know, as the messages call it
     */
    public record Model(MyCode code, CodeFace face, List<String> warnings) {
        /** Copies the list. */
        public Model {
            warnings = List.copyOf(warnings);
        }

        /** The address of the drawn code. */
        public String picture() {
            return "/api/v1/qr-codes/" + code.code().id() + ".svg";
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        MyCode code = desk.code(call, transaction);
        PrintedCode printed = Future.await(codes.find(transaction, code.code().id())).orElseThrow(CodeDesk::unknown);
        return kit.page(view, "code/code", new Model(code, printed.face(), code.warningNames()));
    }
}
