package vn.phopay;

import java.util.List;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.CancelPaymentRequest;
import vn.phopay.issuing.CreatePaymentRequest;
import vn.phopay.issuing.IssuingParts;
import vn.phopay.issuing.OldAccountCodes;
import vn.phopay.issuing.ReadPaymentRequest;
import vn.phopay.issuing.RevocationStore;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.PageKit;
import vn.phopay.web.check.DueCheckCard;
import vn.phopay.web.pad.GetPadPage;
import vn.phopay.web.pad.GetRequestPage;
import vn.phopay.web.pad.PadPage;
import vn.phopay.web.pad.PostPadForm;
import vn.phopay.web.pad.PostRequestCancellation;
import vn.phopay.web.profile.ReadProfileCards;
import vn.phopay.web.today.GetTodayPage;
import vn.phopay.web.today.ReadPathCard;
import vn.phopay.web.today.TodayCard;

/** Wires the owner's first page and the keypad. */
final class AppToday {
    private final AppParts parts;
    private final IssuingParts issuing;
    private final PageKit kit;

    AppToday(AppParts parts, IssuingParts issuing, PageKit kit) {
        this.parts = parts;
        this.issuing = issuing;
        this.kit = kit;
    }

    List<TransactionalEndpoint> pages() {
        List<TodayCard.Source> cards = List.of(
                new ReadProfileCards(new OldAccountCodes(parts.clock()), new DeletionStore()),
                new ReadPathCard(), new DueCheckCard(new AppSafety(parts).dueChecks()));
        PadPage pad = new PadPage(parts.merchants(), kit);
        return List.of(
                new GetTodayPage(parts.merchants().merchants(), cards, kit, parts.clock()),
                new GetPadPage(pad),
                new PostPadForm(new CreatePaymentRequest(issuing), pad, parts.config().payment().expiryDefault()),
                new GetRequestPage(new ReadPaymentRequest(issuing.requests(), parts.clock()), kit),
                new PostRequestCancellation(
                        new CancelPaymentRequest(issuing, new RevocationStore(), parts.audit())));
    }
}
