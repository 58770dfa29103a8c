package vn.phopay.web.today;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.identity.MerchantId;
import vn.phopay.registration.FirstPaymentPath;
import vn.phopay.registration.PathToFirstPayment;
import vn.phopay.web.View;

/** Until the first payment: the next step on the way there. */
public final class ReadPathCard implements TodayCard.Source {
    private static final String PATH = "/dang-ky/xong";

    private final PathToFirstPayment path = new PathToFirstPayment();

    @Override
    public List<TodayCard> cards(SqlConnection transaction, MerchantId merchant, View view) {
        return Future.await(path.read(transaction, merchant))
                .filter(found -> !found.isComplete())
                .map(found -> List.of(card(found, view)))
                .orElse(List.of());
    }

    private static TodayCard card(FirstPaymentPath path, View view) {
        String step = path.now().map(Enum::name).orElse("STOPPED");
        String link = switch (step) {
            case "PRINTED" -> "/ma-qr";
            case "CHECKED" -> "/kiem-tra-sang";
            default -> PATH;
        };
        return new TodayCard(step.equals("STOPPED") ? "bad" : "warn", view.text("today.path." + step + ".title"),
                view.text("today.path." + step + ".text"), link, view.text("today.path." + step + ".action"));
    }
}
