package vn.phopay.web.pad;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** What both ends of the keypad show: which outlets there are, and whether codes may be made yet. */
public final class PadPage {
    private final MerchantRegistry registry;
    private final PageKit kit;

    /** A page made by {@code kit} of what {@code registry} knows. */
    public PadPage(MerchantRegistry registry, PageKit kit) {
        this.registry = registry;
        this.kit = kit;
    }

    /**
     * An outlet to choose.
     *
     * @param id its id as the API writes it
     * @param name its name
     */
    public record Choice(String id, String name) {}

    /**
     * What the template shows.
     *
     * @param form what was typed
     * @param outlets where the money is for; one needs no choice
     * @param ready whether the city has approved the shop
     */
    public record Model(Form form, List<Choice> outlets, boolean ready) {
        /** Copies the list. */
        public Model {
            outlets = List.copyOf(outlets);
        }

        /** The outlet that is chosen to begin with. */
        public String chosen() {
            String typed = form.typed("outlet");
            boolean known = outlets.stream().anyMatch(outlet -> outlet.id().equals(typed));
            return known || outlets.isEmpty() ? typed : outlets.getFirst().id();
        }
    }

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        View view = kit.view(call);
        MerchantFile file = Future.await(registry.read(transaction, new MerchantId(call.principal().subjectId())))
                .orElseThrow(() -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such merchant."));
        List<Choice> outlets = file.outlets().stream()
                .map(outlet -> new Choice(outlet.id().toString(), outlet.name()))
                .toList();
        boolean ready = file.merchant().status() == MerchantStatus.APPROVED;
        return kit.page(status, view, "pad/pad", new Model(form, outlets, ready));
    }
}
