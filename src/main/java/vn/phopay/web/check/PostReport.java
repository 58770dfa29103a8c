package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.SafetyReportId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.safety.CheckSticker;
import vn.phopay.safety.CleanPhoto;
import vn.phopay.safety.Photo;
import vn.phopay.safety.ReportTampering;
import vn.phopay.safety.TamperReport;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /bao-ma-gia: keeps a report, with its photo written anew, and leads to its number. The same form sent twice
 * leads to the same number. Of a passer-by nothing is kept but what he wrote.
 */
public final class PostReport implements PreparedEndpoint {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration TOMORROW = Duration.ofHours(6);
    private static final int FIELDS_BYTES_MAX = 65_536;
    private static final int BYTES_PER_MB = 1_048_576;
    private static final int UNPROCESSABLE = 422;

    private final ReportTampering report;
    private final CleanPhoto photos;
    private final ReportPage page;
    private final int photoBytesMax;
    private final EndpointSpec spec;

    /** Keeps by {@code report} what {@code photos} cleaned; a photo has at most {@code photoBytesMax} bytes. */
    public PostReport(ReportTampering report, CleanPhoto photos, ReportPage page, int photoBytesMax) {
        this.report = report;
        this.photos = photos;
        this.page = page;
        this.photoBytesMax = photoBytesMax;
        // Twice the photo is read, so that somebody whose photo is too large is told so beside what he typed.
        this.spec = EndpointSpec.form("/bao-ma-gia", Access.ANYONE)
                .withBodyBytesMax(2 * photoBytesMax + FIELDS_BYTES_MAX);
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<Buffer> sent = form.file("photo").map(upload -> upload.bytes());
        if (sent.filter(bytes -> bytes.length() > photoBytesMax).isPresent()) {
            form.fail("photo", "check.report.photo.large", photoBytesMax / BYTES_PER_MB);
            return again(call, form);
        }
        return sent.isEmpty()
                ? read(call, form, Optional.empty())
                : switch (Future.await(photos.clean(sent.get()))) {
                    case CleanPhoto.Cleaned(Photo photo) -> read(call, form, Optional.of(photo));
                    case CleanPhoto.NotAPicture none -> failed(call, form, "check.report.photo.unreadable");
                    case CleanPhoto.TooManyPixels none -> failed(call, form, "check.report.photo.pixels");
                    case CleanPhoto.Overloaded none -> new Refused(
                            Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many photos are being read.")
                                    .retryAfter(RETRY_AFTER));
                };
    }

    private Prepared failed(Call call, Form form, String key) {
        form.fail("photo", key);
        return again(call, form);
    }

    private Prepared again(Call call, Form form) {
        return new Ready(transaction -> page.show(UNPROCESSABLE, call, transaction, form));
    }

    private Prepared read(Call call, Form form, Optional<Photo> photo) {
        Optional<TamperReport.Where> where = Visitor.owner(call).isPresent() ? atOutlet(form) : atPlace(form);
        TamperReport.Proof proof = new TamperReport.Proof(
                SelfCheckId.parse(form.typed(ReportPage.CHECK)),
                form.optional("payload", CheckSticker.PAYLOAD_LENGTH_MAX),
                photo,
                form.optional("note", TamperReport.NOTE_LENGTH_MAX));
        Optional<String> contact = form.optional("contact", TamperReport.CONTACT_LENGTH_MAX);
        if (form.isGood() && proof.isEmpty()) {
            form.fail("photo", "check.report.nothing");
        }
        if (!form.isGood() || where.isEmpty()) {
            return again(call, form);
        }
        UUID key = Visitor.key(form.typed("submission")).orElseGet(UUID::randomUUID);
        TamperReport told = new TamperReport(key, Visitor.owner(call), where.get(), proof, contact);
        return new Ready(transaction -> file(call, transaction, form, told));
    }

    private static Optional<TamperReport.Where> atOutlet(Form form) {
        return form.read("outlet", "form.choice", OutletId::parse).map(TamperReport.AtOutlet::new);
    }

    private static Optional<TamperReport.Where> atPlace(Form form) {
        Optional<String> district = required(form, "district", 8);
        Optional<String> place = required(form, "place", TamperReport.PLACE_LENGTH_MAX);
        return district.flatMap(code -> place.map(words -> new TamperReport.AtPlace(code, words)));
    }

    private static Optional<String> required(Form form, String name, int max) {
        Optional<String> value = form.optional(name, max);
        if (value.isEmpty() && form.fault(name).isEmpty()) {
            form.fail(name, "check.report." + name + ".missing");
        }
        return value;
    }

    private Reply file(Call call, SqlConnection transaction, Form form, TamperReport told) {
        return switch (report.report(transaction, told)) {
            case ReportTampering.Filed(SafetyReportId id) -> PageKit.seeOther("/bao-ma-gia/" + id);
            case ReportTampering.UnknownPlace none -> {
                form.fail(told.where() instanceof TamperReport.AtOutlet ? "outlet" : "district", "form.choice");
                yield page.show(UNPROCESSABLE, call, transaction, form);
            }
            case ReportTampering.KeyTaken none ->
                Reply.problem(ProblemCode.REQUEST_IDEMPOTENCY_KEY_REUSED, "This form was sent by somebody else.");
            case ReportTampering.TooMany none ->
                Reply.problem(ProblemCode.REQUEST_RATE_LIMITED, "Too many reports came today.").retryAfter(TOMORROW);
        };
    }
}
