package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint.Prepared;
import vn.phopay.http.TransactionalEndpoint.Ready;
import vn.phopay.http.TransactionalEndpoint.Refused;
import vn.phopay.registration.AnswerFault;
import vn.phopay.registration.Answers;
import vn.phopay.registration.Screen;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * Takes what was typed on a screen. It is kept before it is looked at, so that neither a fault nor a way back loses it;
 * only a screen that holds opens the next one.
 */
public final class SaveScreen {
    /** The button that goes back. */
    static final String WAY = "di";
    static final String BACK = "lui";

    private final ScreenPages pages;
    private final Pool pool;

    /** Keeps answers through {@code pool}, each at once. */
    public SaveScreen(ScreenPages pages, Pool pool) {
        this.pages = pages;
        this.pool = pool;
    }

    ScreenPages pages() {
        return pages;
    }

    Pool pool() {
        return pool;
    }

    /** What was typed on {@code screen}, kept; false where the draft is gone or was sent. */
    boolean keep(Lane lane, Screen screen, Form form) {
        return Future.await(pages.drafts().save(pool, lane.owner(), typed(screen, form), Screen.SHOP));
    }

    /** Goes back, stays with what is wrong, or opens the next screen. */
    Prepared goOn(Call call, Lane lane, Screen screen, Form form) {
        Optional<Screen> back = screen.previous().filter(previous -> form.typed(WAY).equals(BACK));
        if (back.isPresent()) {
            return new Refused(PageKit.seeOther(lane.address(back.get())));
        }
        if (screen == Screen.LOGIN) {
            return new Refused(PageKit.seeOther(lane.address(screen)));
        }
        Answers typed = typed(screen, form);
        List<AnswerFault> faults = pages.faults(lane, screen, typed);
        if (!faults.isEmpty()) {
            ScreenPages.Shown shown = new ScreenPages.Shown(screen, typed, faults, List.of());
            return new Refused(pages.again(ScreenPages.UNPROCESSABLE, call, lane, shown));
        }
        Screen next = screen.next().orElse(screen);
        return new Ready(transaction -> {
            Future.await(pages.drafts().save(transaction, lane.owner(), typed, next));
            return PageKit.seeOther(lane.address(next));
        });
    }

    /** The answers of one screen out of its form. */
    static Answers typed(Screen screen, Form form) {
        return Answers.of(screen, form::typed);
    }

    /** The reply of what was prepared, with one more header. */
    static Prepared with(Prepared prepared, String name, String value) {
        return switch (prepared) {
            case Refused(Reply reply) -> new Refused(reply.with(name, value));
            case Ready ready -> new Ready(transaction -> ready.work().answer(transaction).with(name, value));
        };
    }
}
