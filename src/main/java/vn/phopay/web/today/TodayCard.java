package vn.phopay.web.today;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.identity.MerchantId;
import vn.phopay.web.View;

/**
 * Something that the owner should do, told at the top of the first page.
 *
 * @param tone {@code good}, {@code warn} or {@code bad}; colour is never all that tells them apart
 * @param title what is the matter
 * @param text why, and what to do
 * @param link where it is done
 * @param action what the link is called
 */
public record TodayCard(String tone, String title, String text, String link, String action) {
    /** A feature that has something to say on the first page. */
    @FunctionalInterface
    public interface Source {
        /** The cards for {@code merchant}, most urgent first; empty where all is well. Runs on a virtual thread. */
        List<TodayCard> cards(SqlConnection transaction, MerchantId merchant, View view);
    }
}
