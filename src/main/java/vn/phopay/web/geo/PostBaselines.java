package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.geo.Baseline;
import vn.phopay.geo.BaselineSheet;
import vn.phopay.geo.SetBaselines;
import vn.phopay.geo.SheetFault;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.FormBody;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /dia-gioi/mau-so: shows what a table of denominators would change; with {@code step=luu} writes it, all or
 * none.
 */
public final class PostBaselines implements TransactionalEndpoint {
    private static final int BYTES_MAX = 524_288;
    private static final int UNPROCESSABLE = 422;
    private static final EndpointSpec SPEC =
            EndpointSpec.form(GeoPath.BASELINES, Access.ANALYSTS).withBodyBytesMax(3 * BYTES_MAX);

    private final BaselineSheet sheet;
    private final SetBaselines setBaselines;
    private final BaselinesPage page;
    private final Clock clock;

    /** Reads by {@code sheet}, writes by {@code setBaselines}, shows on {@code page}. */
    public PostBaselines(BaselineSheet sheet, SetBaselines setBaselines, BaselinesPage page, Clock clock) {
        this.sheet = sheet;
        this.setBaselines = setBaselines;
        this.page = page;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        byte[] csv = table(form);
        Form shown = Form.showing(Map.of("table", new String(csv, StandardCharsets.UTF_8)));
        if (csv.length == 0) {
            shown.fail("table", "geo.file.missing");
        } else if (csv.length > BYTES_MAX) {
            shown.fail("table", "geo.file.large", BYTES_MAX / 1_024);
        }
        if (!shown.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction,
                    new BaselinesPage.Preview(shown, List.of(), List.of()));
        }
        return switch (sheet.read(csv, call.principal(), BusinessDay.of(clock.instant()))) {
            case BaselineSheet.Good(List<Baseline> baselines) when form.typed("step").equals("luu") -> {
                setBaselines.set(transaction, baselines, GeoPath.actor(call));
                yield PageKit.seeOther(GeoPath.BASELINES, "geo.baselines");
            }
            case BaselineSheet.Good(List<Baseline> baselines) -> page.show(200, call, transaction,
                    new BaselinesPage.Preview(shown, List.of(), setBaselines.preview(transaction, baselines)));
            case BaselineSheet.Faulty(List<SheetFault> faults) -> {
                shown.fail("table", "geo.file.faulty", faults.size());
                yield page.show(UNPROCESSABLE, call, transaction,
                        new BaselinesPage.Preview(shown, faults, List.of()));
            }
        };
    }

    /** A file goes before what is typed. */
    private static byte[] table(Form form) {
        Optional<FormBody.Upload> file = form.file("file");
        return file.isPresent()
                ? file.get().bytes().getBytes()
                : form.typed("table").strip().getBytes(StandardCharsets.UTF_8);
    }
}
