package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.payment.CsvText;
import vn.phopay.place.Place;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesFile;

/** GET /thanh-pho/pho/{streetId}/danh-ba.csv: the register as the file that can be brought back, changed. */
public final class GetRegisterFile implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.STREET + "/danh-ba.csv", Access.STAFF);
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final RegisterPage page;

    /** Hands out the register of {@code page}. */
    public GetRegisterFile(RegisterPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Place street = page.street(call);
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append(CsvText.line(
                Arrays.stream(PremisesFile.Column.values()).map(PremisesFile.Column::header).toList()));
        for (Premises one : Future.await(page.store().list(transaction, street))) {
            Premises.Seen seen = one.seen();
            csv.append(CsvText.line(List.of(seen.house().text(), seen.name(), seen.categoryCode().orElse(""),
                    seen.status() == Premises.Status.CLOSED ? "closed" : "trading", seen.source(),
                    seen.on().toString())));
        }
        return Reply.bytes(200, "text/csv; charset=utf-8", Buffer.buffer(csv.toString()))
                .with("content-disposition", "attachment; filename=\"danh-ba-" + street.code() + ".csv\"")
                .with("cache-control", "no-store");
    }
}
