package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.CleanText;
import vn.phopay.paper.PrintLayout;
import vn.phopay.printing.PrintBatch;
import vn.phopay.printing.PrintCodes;
import vn.phopay.printing.PrintCodes.NewTables;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ma-qr/ban: makes a code for each table and a print batch of them, and goes on to its sheets. */
public final class PostTables implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/ma-qr/ban", Access.OWNER);
    private static final int UNPROCESSABLE = 422;
    private static final Numbers.Range FIRST = new Numbers.Range(1, NewTables.FIRST_MAX, "code.tables.range");
    private static final Numbers.Range COUNT = new Numbers.Range(1, PrintCodes.TABLES_MAX, "code.tables.range");

    private final PrintCodes print;
    private final TablesPage page;

    /** Prints by {@code print}; shows {@code page} again where something is wrong. */
    public PostTables(PrintCodes print, TablesPage page) {
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
        int lengthMax = PrintCodes.TABLE_NAME_LENGTH_MAX;
        form.optional("name", lengthMax);
        Optional<String> name = form.read("name", "form.unreadable", CleanText.upTo(lengthMax));
        Optional<Integer> first = Numbers.between(form, "first", FIRST);
        Optional<Integer> count = Numbers.between(form, "count", COUNT);
        Optional<OutletId> outlet = CodeDesk.outlet(form);
        PrintLayout layout = PrintLayout.of(form.typed("layout"))
                .filter(TablesPage.LAYOUTS::contains).orElse(PrintLayout.STICKER_SHEET);
        if (!form.isGood() || outlet.isEmpty()) {
            return page.show(call, transaction, UNPROCESSABLE, form);
        }
        PrintCodes.Order order = new PrintCodes.Order(
                CodeDesk.batchId(form), outlet.get(), new PrintBatch.Paper(layout, 1),
                new NewTables(name.orElseThrow(), first.orElseThrow(), count.orElseThrow()), Optional.empty());
        return switch (print.print(transaction, order, CodeDesk.caller(call))) {
            case PrintCodes.Printed(PrintBatch batch) -> PageKit.seeOther("/ma-qr/lo/" + batch.id(), "code.tables");
            case PrintCodes.PrintedBefore(PrintBatch batch) -> PageKit.seeOther("/ma-qr/lo/" + batch.id());
            case PrintCodes.NotApproved none -> again(call, transaction, form, "code.obstacle.short");
            case PrintCodes.NotFound none -> again(call, transaction, form, "form.choice");
            case PrintCodes.OutOfRange none -> throw new IllegalStateException("numbers were held before");
            case PrintCodes.NotGood none -> throw new IllegalStateException("codes just issued are good");
        };
    }

    private Reply again(Call call, SqlConnection transaction, Form form, String key) {
        form.fail("outlet", key);
        return page.show(call, transaction, UNPROCESSABLE, form);
    }
}
