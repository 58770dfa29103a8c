package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.profile.ExportMerchantData;
import vn.phopay.profile.ExportParts;
import vn.phopay.profile.ExportedFile;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** POST /ho-so/du-lieu/tai-ve: all that is kept of the shop as one file; asks for the password. */
public final class PostDataExport implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDataPage.PATH + "/tai-ve", Access.OWNER);
    private static final int UNAVAILABLE = 503;

    private final AskPassword ask;
    private final ExportMerchantData export;
    private final Parts parts;
    private final GetDataPage page;
    private final PageKit kit;

    /** What names and keeps the download. */
    public record Parts(AuditLog audit, Clock clock) {}

    /** Packs by {@code export} where {@code ask} lets pass; faults are shown on {@code page}. */
    public PostDataExport(AskPassword ask, ExportMerchantData export, Parts parts, GetDataPage page, PageKit kit) {
        this.ask = ask;
        this.export = export;
        this.parts = parts;
        this.page = page;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<AskPassword.Refusal> refused = ask.refusal(call, form);
        if (refused.isPresent()) {
            return again(call, form, refused.get());
        }
        return switch (export.export(Own.merchant(call), readme(kit.view(call)))) {
            case ExportMerchantData.Exported(ExportedFile file) ->
                new Ready(transaction -> handOut(call, transaction, file));
            case ExportMerchantData.Busy(Duration wait) -> {
                form.fail(AskPassword.FIELD, "profile.busy");
                yield again(call, form, new AskPassword.Refusal(UNAVAILABLE, Optional.of(wait)));
            }
        };
    }

    private Ready again(Call call, Form form, AskPassword.Refusal refusal) {
        return new Ready(transaction -> refusal.of(page.page(refusal.status(), call, transaction, form)));
    }

    /** Says of each file of the download what it holds, in the visitor's words. */
    static String readme(View view) {
        return ExportParts.standard().stream()
                .map(part -> part.name() + ".json, " + part.name() + ".csv: "
                        + view.text("profile.export." + part.name()))
                .collect(Collectors.joining("\n", view.text("profile.export.readme") + "\n\n", "\n"));
    }

    private Reply handOut(Call call, SqlConnection transaction, ExportedFile file) {
        MerchantId merchant = Own.merchant(call);
        Future.await(parts.audit().record(transaction,
                AuditEntry.of(Own.actor(call), "profile.export", "MERCHANT", merchant.toString())
                        .with("sizeBytes", file.sizeBytes())));
        String name = "phopay-" + BusinessDay.of(parts.clock().instant()) + ".zip";
        return Reply.streaming("application/zip", response -> send(response, file))
                .with("content-disposition", "attachment; filename=\"" + name + "\"")
                .with("content-length", Long.toString(file.sizeBytes()));
    }

    private static void send(HttpServerResponse response, ExportedFile file) {
        response.setChunked(false).sendFile(file.channel(), 0, file.sizeBytes())
                .onComplete(sent -> file.close());
    }
}
