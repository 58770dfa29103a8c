package vn.phopay.it;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What tests of statements do over HTTP: uploads, waiting for the import, callbacks, and reading cases. */
final class StatementBench {
    private final TestApp app;
    private final TestDatabase database;
    private final TestBank bank;
    private final String token;

    StatementBench(TestApp app, TestDatabase database, TestBank bank) {
        this.app = app;
        this.database = database;
        this.bank = bank;
        this.token = app.adminToken();
    }

    /** Uploads as staff and waits for the import; gives the upload. */
    JsonObject importXml(String text) {
        return imported(upload(text, "application/xml"));
    }

    JsonObject importCsv(String text) {
        return imported(upload(text, "text/csv"));
    }

    /** Uploads as staff; gives the answer. */
    HttpResponse<String> upload(String text, String type, String... headers) {
        List<String> all = new ArrayList<>(List.of("authorization", "Bearer " + token, "content-type", type));
        all.addAll(Arrays.asList(headers));
        return app.sendBytes("POST", path(), text.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    /** Uploads as the bank, signed over {@code signed}, which tells {@code digestOf}'s digest. */
    HttpResponse<String> uploadSigned(String text, String digestOf) {
        String digest = digest(digestOf);
        String[] signature = bank.sign(digest.getBytes(StandardCharsets.UTF_8), Instant.now());
        List<String> headers = new ArrayList<>(Arrays.asList(signature).subList(0, 6));
        headers.addAll(List.of("content-type", "application/xml", "content-digest", digest));
        return app.sendBytes("POST", path(), text.getBytes(StandardCharsets.UTF_8), headers.toArray(String[]::new));
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String path() {
        return "/api/v1/banks/" + bank.code() + "/statements";
    }

    JsonObject imported(HttpResponse<String> accepted) {
        if (accepted.statusCode() != 202) {
            throw new AssertionError(accepted.statusCode() + " " + accepted.body());
        }
        return await(new JsonObject(accepted.body()).getString("id"));
    }

    /** Waits until an upload is imported or failed. */
    JsonObject await(String id) {
        return Eventually.until(() -> get(id), upload -> upload.getInteger("progress") == 100
                || "FAILED".equals(upload.getString("status")));
    }

    JsonObject get(String id) {
        return app.as(token, "GET", "/api/v1/statements/" + id, null);
    }

    JsonObject list(String query) {
        return app.as(token, "GET", "/api/v1/statements" + query, null);
    }

    /** Sends callbacks, and fails unless all were taken. */
    JsonArray callback(JsonObject... transactions) {
        byte[] body = TestBank.call(List.of(transactions));
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, bank.sign(body));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return new JsonObject(answer.body()).getJsonArray("results");
    }

    /** One callback transaction booked at {@code bookedAt}. */
    static JsonObject transaction(String id, String account, long amountVnd, String bookedAt) {
        return TestBank.transaction(id, account, amountVnd, "").put("occurredAt", bookedAt);
    }

    /** Lines of a query, columns joined by blanks. */
    List<String> query(String sql) {
        List<String> lines = new ArrayList<>();
        TestPostgres.await(database.pool().query(sql).execute()).forEach(row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(String.valueOf(row.getValue(i)));
            }
            lines.add(String.join(" ", cells));
        });
        return lines;
    }

    /** Kinds and states of all cases, in order of their kind. */
    List<String> cases() {
        return query("SELECT kind, status FROM recon_case ORDER BY kind, fingerprint");
    }

    /** Money that counts: credits that are no twin. */
    long counted() {
        return Long.parseLong(query("SELECT coalesce(sum(amount_vnd), 0) FROM payment"
                + " WHERE direction = 'CREDIT' AND twin_of IS NULL").getFirst());
    }
}
