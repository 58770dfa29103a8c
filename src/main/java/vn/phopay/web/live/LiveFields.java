package vn.phopay.web.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import vn.phopay.live.LivePayment;
import vn.phopay.live.LivePayment.Kind;
import vn.phopay.speech.Announcer;
import vn.phopay.speech.Announcer.Announcement;
import vn.phopay.web.View;

/** What the live page's script is told, ready to be shown and said: it makes no words and does no sums. */
final class LiveFields {
    private LiveFields() {}

    /** The payment's fields; {@code missed} where it came while nobody could be told. */
    static JsonObject of(LivePayment payment, boolean missed, View view) {
        JsonObject fields = new JsonObject()
                .put("id", payment.id().toString())
                .put("kind", payment.kind().name())
                .put("missed", missed);
        if (payment.kind() == Kind.GONE) {
            return fields;
        }
        Announcer announcer = announcer(view);
        return fields
                .put("amount", payment.amountVnd())
                .put("dong", view.dong(payment.amountVnd()))
                .put("words", capitalized(announcer.amount(payment.amountVnd())))
                .put("asked", payment.askedVnd().map(view::dong).orElse(null))
                .put("outlet", payment.outletName().orElse(null))
                .put("time", view.time(payment.bookedAt()))
                .put("day", payment.businessDate().toString())
                .put("say", payment.spoken() ? toJson(said(payment, announcer)) : null);
    }

    /** What is said of the connection, and when the sound was switched on. */
    static JsonObject sentences(View view) {
        Announcer announcer = announcer(view);
        return new JsonObject()
                .put("lost", toJson(announcer.lost()))
                .put("back", toJson(announcer.back()))
                .put("soundOn", toJson(announcer.soundOn()));
    }

    private static Announcer announcer(View view) {
        return Announcer.of(view.language().code());
    }

    private static Announcement said(LivePayment payment, Announcer announcer) {
        return switch (payment.kind()) {
            case RECEIVED, GONE -> announcer.received(payment.amountVnd());
            case WARNING -> announcer.onlyReceived(payment.amountVnd());
            case TAKEN_BACK -> announcer.takenBack(payment.amountVnd());
        };
    }

    private static JsonObject toJson(Announcement announcement) {
        return new JsonObject().put("text", announcement.text()).put("clips", new JsonArray(announcement.clips()));
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
