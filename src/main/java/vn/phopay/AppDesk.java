package vn.phopay;

import java.util.ArrayList;
import java.util.List;
import vn.phopay.approval.ApprovalQueue;
import vn.phopay.approval.ApproveMany;
import vn.phopay.approval.ShopHistory;
import vn.phopay.consent.Consents;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.approve.ApprovalList;
import vn.phopay.web.desk.approve.ApprovalShopPage;
import vn.phopay.web.desk.approve.GetApprovalShop;
import vn.phopay.web.desk.approve.GetApprovals;
import vn.phopay.web.desk.approve.PostApprovals;
import vn.phopay.web.desk.approve.PostShopDecision;

/** Wires the desks of the city's staff. */
final class AppDesk {
    private final AppParts parts;
    private final PageKit kit;
    private final MerchantRegistry registry;

    AppDesk(AppParts parts, PageKit kit) {
        this.parts = parts;
        this.kit = kit;
        this.registry = parts.merchants();
    }

    List<TransactionalEndpoint> pages() {
        return new ArrayList<>(approval());
    }

    private List<TransactionalEndpoint> approval() {
        ApprovalQueue queue = new ApprovalQueue();
        ApprovalList list = new ApprovalList(queue, parts.places(), parts.clock(), kit);
        DecideMerchant decide = new DecideMerchant(registry);
        ApprovalShopPage page = new ApprovalShopPage(
                new ApprovalShopPage.Sources(registry, queue, new ShopHistory(),
                        new Consents(parts.ids(), parts.clock())),
                parts.places(), kit);
        return List.of(
                new GetApprovals(list),
                new PostApprovals(new ApproveMany(decide, parts.pool()), queue, list, kit),
                new GetApprovalShop(registry, page),
                new PostShopDecision(decide, registry, page));
    }
}
