package vn.phopay.web.scan;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.FormBody;
import vn.phopay.http.Reply;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.qr.QrPicture;
import vn.phopay.web.Form;

/**
 * POST /kiem-tra: checks a pasted code or a picture of one, where no script does. Nothing that was sent is kept: the
 * picture is read in memory, the verdict stands in this one answer.
 */
public final class PostVerifyPage implements Endpoint {
    /** As with the API's verification. */
    private static final int PAYLOAD_LENGTH_MAX = 4_096;
    /** A photograph of a telephone, and what stands around it in the form. */
    private static final int BODY_BYTES_MAX = 12 * 1024 * 1024;
    private static final EndpointSpec SPEC =
            EndpointSpec.form(GetVerifyPage.PATH, Access.ANYONE).withBodyBytesMax(BODY_BYTES_MAX);
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final VerifyPages pages;
    private final ReadPicture pictures;
    private final VerifyQr verify;
    private final Pool pool;

    /** Judges by {@code verify} through {@code pool}. */
    public PostVerifyPage(VerifyPages pages, ReadPicture pictures, VerifyQr verify, Pool pool) {
        this.pages = pages;
        this.pictures = pictures;
        this.verify = verify;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Form form = Form.of(call);
        Optional<String> typed = form.optional("payload", PAYLOAD_LENGTH_MAX);
        Optional<FormBody.Upload> picture = form.file("picture");
        if (typed.isPresent()) {
            return judge(call, form, typed.get());
        }
        if (form.isGood() && picture.isPresent()) {
            return pictures.read(picture.get().bytes()).compose(outcome -> outcome
                    .map(read -> judge(call, form, read))
                    .orElseGet(() -> busy(call, form)));
        }
        return form.isGood() ? refuse(call, form, "payload", "js.scan.empty") : again(call, form);
    }

    private Future<Reply> judge(Call call, Form form, QrPicture.Outcome outcome) {
        return switch (outcome) {
            case QrPicture.Found(String text) -> judge(call, form, text);
            case QrPicture.NoCode none -> refuse(call, form, "picture", "js.scan.fault.unread");
            case QrPicture.NoPicture none -> refuse(call, form, "picture", "js.scan.fault.picture");
            case QrPicture.TooLarge large -> refuse(call, form, "picture", "js.scan.fault.large");
        };
    }

    private Future<Reply> judge(Call call, Form form, String payload) {
        return verify.verify(pool, payload).map(verdict ->
                pages.show(200, call, form, ShownVerdict.of(verdict, payload, pages.kit().view(call))));
    }

    private Future<Reply> refuse(Call call, Form form, String field, String key) {
        form.fail(field, key);
        return again(call, form);
    }

    private Future<Reply> again(Call call, Form form) {
        return Future.succeededFuture(pages.show(UNPROCESSABLE, call, form, null));
    }

    private Future<Reply> busy(Call call, Form form) {
        form.fail("picture", "scan.pictures.busy");
        return Future.succeededFuture(pages.show(UNAVAILABLE, call, form, null).retryAfter(RETRY_AFTER));
    }
}
