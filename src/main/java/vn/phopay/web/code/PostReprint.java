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
import vn.phopay.identity.QrId;
import vn.phopay.printing.MyCode;
import vn.phopay.printing.PrintBatch;
import vn.phopay.printing.PrintCodes;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /ma-qr/lo/{id}/in-lai: prints a batch's codes once more, as a batch of its own; codes that are over stay out.
 */
public final class PostReprint implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/ma-qr/lo/{id}/in-lai", Access.OWNER);
    private static final int UNPROCESSABLE = 422;

    private final CodeDesk desk;
    private final PrintCodes print;
    private final BatchPage page;

    /** Prints by {@code print}; shows {@code page} again where something is wrong. */
    public PostReprint(CodeDesk desk, PrintCodes print, BatchPage page) {
        this.desk = desk;
        this.print = print;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        PrintBatch batch = desk.batch(call, transaction);
        Optional<Integer> copies = Numbers.copies(form);
        List<QrId> good = Future.await(desk.codes().findAll(transaction, batch.owner().merchant(), batch.codes()))
                .stream().filter(MyCode::isActive).map(code -> code.code().id()).toList();
        if (copies.isEmpty() || good.isEmpty()) {
            return copies.isEmpty() ? page.show(call, transaction, UNPROCESSABLE, form)
                    : again(call, transaction, form, "code.dead");
        }
        PrintCodes.Order order = new PrintCodes.Order(
                CodeDesk.batchId(form), batch.owner().outlet(),
                new PrintBatch.Paper(batch.paper().layout(), copies.get()), new PrintCodes.Existing(good),
                Optional.of(batch.id()));
        return switch (print.print(transaction, order, CodeDesk.caller(call))) {
            case PrintCodes.Printed(PrintBatch next) -> PageKit.seeOther("/ma-qr/lo/" + next.id(), "code.printed");
            case PrintCodes.PrintedBefore(PrintBatch next) -> PageKit.seeOther("/ma-qr/lo/" + next.id());
            case PrintCodes.OutOfRange none -> again(call, transaction, form, "code.sheets.range");
            case PrintCodes.NotGood none -> again(call, transaction, form, "code.dead");
            case PrintCodes.NotApproved none -> throw new IllegalStateException("no code was to be issued");
            case PrintCodes.NotFound none -> throw CodeDesk.unknown();
        };
    }

    private Reply again(Call call, SqlConnection transaction, Form form, String key) {
        form.fail("copies", key);
        return page.show(call, transaction, UNPROCESSABLE, form);
    }
}
