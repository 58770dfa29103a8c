package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.FormBody;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.qr.QrPicture;
import vn.phopay.safety.CheckSticker;
import vn.phopay.safety.SelfCheck;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.scan.ReadPicture;

/**
 * POST /kiem-tra-sang: one look at a code, as a text that a camera read or as a picture that is read here. Leads to
 * what came out, whatever it is; only a form without anything is shown again.
 */
public final class PostCheck implements PreparedEndpoint {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int FIELDS_BYTES_MAX = 65_536;
    private static final int TEXT_LENGTH_MAX = 4_096;
    private static final int UNPROCESSABLE = 422;

    private final CheckSticker check;
    private final ReadPicture pictures;
    private final CheckPage page;
    private final EndpointSpec spec;

    /** Checks by {@code check} what {@code pictures} reads; a picture has at most {@code pictureBytesMax} bytes. */
    public PostCheck(CheckSticker check, ReadPicture pictures, CheckPage page, int pictureBytesMax) {
        this.check = check;
        this.pictures = pictures;
        this.page = page;
        this.spec = EndpointSpec.form("/kiem-tra-sang", Access.OWNER)
                .withBodyBytesMax(pictureBytesMax + FIELDS_BYTES_MAX);
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<String> text = form.optional("payload", TEXT_LENGTH_MAX);
        Optional<FormBody.Upload> picture = form.file("picture");
        if (!form.isGood()) {
            return again(call, form);
        }
        if (text.isPresent()) {
            return ready(call, form, way(form.typed("way")), text);
        }
        if (picture.isEmpty()) {
            form.fail("picture", "check.nothing");
            return again(call, form);
        }
        return ofPicture(call, form, picture.get());
    }

    /** Scripts say how they read the text; without them it was pasted. */
    private static SelfCheck.Way way(String said) {
        return Arrays.stream(SelfCheck.Way.values())
                .filter(way -> way.name().equals(said))
                .findFirst()
                .orElse(SelfCheck.Way.TEXT);
    }

    private Prepared ofPicture(Call call, Form form, FormBody.Upload picture) {
        Optional<QrPicture.Outcome> read = Future.await(pictures.read(picture.bytes()));
        return read.isPresent()
                ? ofPicture(call, form, read.get())
                : new Refused(Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many pictures are being read.")
                        .retryAfter(RETRY_AFTER));
    }

    private Prepared ofPicture(Call call, Form form, QrPicture.Outcome read) {
        return switch (read) {
            case QrPicture.Found(String text) -> ready(call, form, SelfCheck.Way.PICTURE, Optional.of(text));
            case QrPicture.NoCode none -> ready(call, form, SelfCheck.Way.PICTURE, Optional.empty());
            case QrPicture.NoPicture none -> failed(call, form, "check.notpicture");
            case QrPicture.TooLarge none -> failed(call, form, "check.pixels");
        };
    }

    private Prepared failed(Call call, Form form, String key) {
        form.fail("picture", key);
        return again(call, form);
    }

    private Prepared again(Call call, Form form) {
        return new Ready(transaction -> page.show(UNPROCESSABLE, call, transaction, form));
    }

    private Prepared ready(Call call, Form form, SelfCheck.Way way, Optional<String> text) {
        UUID key = Visitor.key(form.typed("attempt")).orElseGet(UUID::randomUUID);
        CheckSticker.Attempt attempt = new CheckSticker.Attempt(Visitor.requireOwner(call), key, way, text);
        return new Ready(transaction -> done(transaction, attempt));
    }

    private Reply done(SqlConnection transaction, CheckSticker.Attempt attempt) {
        return PageKit.seeOther("/kiem-tra-sang/ket-qua/" + check.check(transaction, attempt).id());
    }
}
