package vn.phopay.web.release;

import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import vn.phopay.access.AuditEntry;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.release.DraftRelease;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /phat-hanh/{thang}/nhap: drafts the release of a month now, or a correction with its reasons. */
public final class PostReleaseDraft implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.form(ReleasePath.RELEASES + "/{thang}/nhap", Access.ANALYSTS);
    private static final int REASONS_MAX = 4_000;
    private static final int REASONS_MIN = 10;
    private static final int UNPROCESSABLE = 422;

    private final DraftRelease draft;
    private final MonthPage page;

    /** Drafts by {@code draft}; shows a faulty form again by {@code page}. */
    public PostReleaseDraft(DraftRelease draft, MonthPage page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ReleasePath.requireWholeCity(call.principal());
        YearMonth month = ReleasePath.month(call, page.clock());
        Form form = Form.of(call);
        String reasons = form.optional(MonthPage.REASONS, REASONS_MAX).orElse("");
        if (!reasons.isEmpty() && reasons.length() < REASONS_MIN) {
            form.fail(MonthPage.REASONS, "release.draft.reasons.short", REASONS_MIN);
        }
        if (!form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        DraftRelease.Outcome outcome = draft.draft(transaction, new DraftRelease.Order(month, reasons, actor));
        if (outcome instanceof DraftRelease.Drafted(var release)) {
            return PageKit.seeOther(ReleasePath.of(release), "release.drafted");
        }
        form.fail(MonthPage.REASONS, switch (outcome) {
            case DraftRelease.NeedsReasons needs -> "release.draft.reasons.missing";
            case DraftRelease.Unchanged unchanged -> "release.draft.unchanged";
            case DraftRelease.NoFigures none -> "release.draft.none";
            case DraftRelease.OpenAlready open -> "release.draft.open";
            case DraftRelease.Busy busy -> "release.draft.busy";
            default -> "release.draft.notover";
        });
        return page.show(UNPROCESSABLE, call, transaction, form);
    }
}
