package vn.phopay.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.TestPostgres;

/** The kit for senders that go by the status and {@code {"success":true}}. */
public abstract class SuccessCallbackTck extends CallbackTck {
    /** The code of the sender under test. */
    protected abstract String code();

    /** Where it posts to. */
    protected final String path() {
        return "/api/v1/banks/" + code() + "/callbacks";
    }

    @Override
    protected boolean says(HttpResponse<String> answer, Expected expected) {
        int status = switch (expected) {
            case STORED, DUPLICATE, CONFLICT, ACKNOWLEDGED -> 200;
            case REFUSED -> 401;
            case UNREADABLE -> 400;
            case TOO_LARGE -> 413;
        };
        return answer.statusCode() == status
                && answer.body().equals(new JsonObject().put("success", status == 200).encode());
    }

    /** Portals look whether somebody is there when an address is entered; nothing is kept of that. */
    @Test
    void portalShouldHearThatSomebodyIsThereWhenItTriesTheAddressOut() {
        long before = count("SELECT count(*) FROM delivery WHERE bank_code LIKE $1", "%");
        for (String method : new String[] {"GET", "HEAD", "POST"}) {
            HttpResponse<String> answer = app().sendBytes(method, path(), new byte[0]);
            assertEquals(200, answer.statusCode(), method);
            assertEquals(method.equals("HEAD") ? "" : "{\"success\":true}", answer.body());
        }
        assertEquals(before, count("SELECT count(*) FROM delivery WHERE bank_code LIKE $1", "%"));
    }

    @Test
    void callbackShouldBeRefusedInItsOwnWordsWhileTheSenderIsSuspended() {
        Sent call = now(id(7), 50_000);
        suspend(true);
        HttpResponse<String> answer = send(call);
        suspend(false);
        assertEquals("403 {\"success\":false}", answer.statusCode() + " " + answer.body());
        expect(Expected.STORED, send(call));
    }

    private void suspend(boolean suspended) {
        TestPostgres.await(pool().query("UPDATE bank SET status = '" + (suspended ? "SUSPENDED" : "ACTIVE")
                + "' WHERE bank_code = '" + code() + "'").execute());
        TestPostgres.await(app().refreshBanks());
    }
}
