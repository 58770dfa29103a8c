package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.paper.PrintLayout;
import vn.phopay.printing.MyCode;
import vn.phopay.printing.PrintBatch;
import vn.phopay.printing.PrintCodes;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ma-qr/{id}/in: makes a print batch of one code, and goes on to its sheets. */
public final class PostPrint implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/ma-qr/{id}/in", Access.OWNER);
    private static final int UNPROCESSABLE = 422;

    private final CodeDesk desk;
    private final PrintCodes print;
    private final PrintKitPage page;

    /** Prints by {@code print}; shows {@code page} again where something is wrong. */
    public PostPrint(CodeDesk desk, PrintCodes print, PrintKitPage page) {
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
        MyCode code = desk.code(call, transaction);
        Optional<PrintLayout> layout = PrintLayout.of(form.typed("layout"));
        if (layout.isEmpty()) {
            form.fail("layout", "code.layout.missing");
        }
        Optional<Integer> copies = Numbers.copies(form);
        if (layout.isEmpty() || copies.isEmpty()) {
            return page.show(call, transaction, UNPROCESSABLE, form);
        }
        PrintCodes.Order order = new PrintCodes.Order(
                CodeDesk.batchId(form), code.code().owner().outlet(), new PrintBatch.Paper(layout.get(), copies.get()),
                new PrintCodes.Existing(List.of(code.code().id())), Optional.empty());
        return switch (print.print(transaction, order, CodeDesk.caller(call))) {
            case PrintCodes.Printed(PrintBatch batch) -> PageKit.seeOther("/ma-qr/lo/" + batch.id(), "code.printed");
            case PrintCodes.PrintedBefore(PrintBatch batch) -> PageKit.seeOther("/ma-qr/lo/" + batch.id());
            case PrintCodes.OutOfRange none -> again(call, transaction, form, "code.copies.range");
            case PrintCodes.NotGood none -> again(call, transaction, form, "code.dead");
            case PrintCodes.NotApproved none -> throw new IllegalStateException("no code was to be issued");
            case PrintCodes.NotFound none -> throw CodeDesk.unknown();
        };
    }

    private Reply again(Call call, SqlConnection transaction, Form form, String key) {
        form.fail("copies", key, PrintBatch.Paper.COPIES_MAX);
        return page.show(call, transaction, UNPROCESSABLE, form);
    }
}
