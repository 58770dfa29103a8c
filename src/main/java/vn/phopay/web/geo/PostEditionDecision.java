package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import vn.phopay.access.AuditEntry;
import vn.phopay.geo.DecideEdition;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /dia-gioi/{id}/xac-nhan, /rut, /hoan-tac: confirms an edition, takes it back, or undoes it before its day. */
public final class PostEditionDecision implements TransactionalEndpoint {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int WHY_LENGTH_MAX = 300;

    private final Decision decision;
    private final DecideEdition decide;
    private final EditionPage page;
    private final EndpointSpec spec;

    private PostEditionDecision(Decision decision, DecideEdition decide, EditionPage page) {
        this.decision = decision;
        this.decide = decide;
        this.page = page;
        this.spec = EndpointSpec.form(GeoPath.EDITIONS + "/{id}/" + decision.path, Access.ADMIN);
    }

    /** All decisions, taken by {@code decide} and refused on {@code page}. */
    public static List<PostEditionDecision> all(DecideEdition decide, EditionPage page) {
        return Stream.of(Decision.values()).map(one -> new PostEditionDecision(one, decide, page)).toList();
    }

    private enum Decision {
        CONFIRM("xac-nhan"), WITHDRAW("rut"), UNDO("hoan-tac");

        private final String path;

        Decision(String path) {
            this.path = path;
        }
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        GeoPath.requireCity(call);
        UUID id = GeoPath.id(call);
        Form form = Form.of(call);
        AuditEntry.Actor actor = GeoPath.actor(call);
        String why = decision == Decision.CONFIRM ? "" : form.text("why", WHY_LENGTH_MAX);
        if (!form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        DecideEdition.Outcome outcome = switch (decision) {
            case CONFIRM -> decide.confirm(transaction, id, actor);
            case WITHDRAW -> decide.withdraw(transaction, id, why, actor);
            case UNDO -> decide.undo(transaction, id, why, actor);
        };
        return answer(call, transaction, form, outcome);
    }

    private Reply answer(Call call, SqlConnection transaction, Form form, DecideEdition.Outcome outcome) {
        return switch (outcome) {
            case DecideEdition.Done() -> PageKit.seeOther(GeoPath.edition(GeoPath.id(call)),
                    "geo." + decision.name().toLowerCase(Locale.ROOT));
            case DecideEdition.NotFound() -> throw GeoPath.notFound();
            case DecideEdition.WrongState wrong ->
                    refused(call, transaction, form, "geo.wrong." + wrong.status().name());
            case DecideEdition.SecondPersonNeeded() -> refused(call, transaction, form, "geo.wrong.second");
            case DecideEdition.Faulty faulty -> refused(call, transaction, form, "geo.wrong.faulty");
            case DecideEdition.TooLate() -> refused(call, transaction, form, "geo.wrong.late");
            case DecideEdition.InUse() -> refused(call, transaction, form, "geo.wrong.inuse");
        };
    }

    private Reply refused(Call call, SqlConnection transaction, Form form, String key) {
        form.fail("decision", key);
        return page.show(CONFLICT, call, transaction, form);
    }
}
