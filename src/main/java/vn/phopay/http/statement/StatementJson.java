package vn.phopay.http.statement;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.phopay.statement.ReadStatements.Counts;
import vn.phopay.statement.ReadStatements.Detail;
import vn.phopay.statement.ReadStatements.Statement;
import vn.phopay.statement.ReadStatements.Summary;

/** Uploads as the API shows them. */
final class StatementJson {
    private StatementJson() {}

    static JsonObject of(Summary upload) {
        JsonObject json = new JsonObject()
                .put("id", upload.id().toString())
                .put("bankCode", upload.bankCode())
                .put("format", upload.format())
                .put("sizeBytes", upload.sizeBytes())
                .put("status", upload.status())
                .put("receivedAt", upload.receivedAt().toString());
        return upload.finishedAt() == null ? json : json.put("finishedAt", upload.finishedAt().toString());
    }

    static JsonObject of(Detail upload) {
        Counts counts = upload.counts();
        JsonArray statements = new JsonArray();
        upload.statements().forEach(statement -> statements.add(of(statement)));
        JsonObject json = of(upload.summary())
                .put("lines", counts.lines())
                .put("matched", counts.matched())
                .put("recovered", counts.recovered())
                .put("missingInStatement", counts.missing())
                .put("amountMismatch", counts.amountMismatch())
                .put("ambiguous", counts.ambiguous())
                .put("duplicates", counts.duplicates())
                .put("progress", upload.progress())
                .put("statements", statements);
        return upload.fault() == null ? json : json.put("fault", new JsonObject()
                .put("place", upload.fault().place())
                .put("detail", upload.fault().detail()));
    }

    private static JsonObject of(Statement statement) {
        Row row = statement.row();
        return new JsonObject()
                .put("accountNumber", row.getString("account_number"))
                .put("reference", row.getString("reference"))
                .put("kind", row.getString("kind"))
                .put("sequence", row.getLong("sequence"))
                .put("from", text(row.getLocalDate("period_from")))
                .put("to", text(row.getLocalDate("period_to")))
                .put("opening", row.getLong("opening_vnd"))
                .put("closing", row.getLong("closing_vnd"))
                .put("credits", row.getLong("credits_vnd"))
                .put("debits", row.getLong("debits_vnd"))
                .put("lines", row.getLong("told_lines"))
                .put("status", row.getString("status"));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
