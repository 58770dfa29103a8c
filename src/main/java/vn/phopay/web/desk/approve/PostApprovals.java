package vn.phopay.web.desk.approve;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.approval.ApprovalQueue;
import vn.phopay.approval.ApproveMany;
import vn.phopay.approval.ShopInQueue;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;

/** POST /duyet: approves the shops that were ticked, each by itself, and tells of each what became of it. */
public final class PostApprovals implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ApprovalPath.LIST, Access.REGISTRARS);

    private final ApproveMany approve;
    private final ApprovalQueue queue;
    private final ApprovalList list;
    private final PageKit kit;

    /** Approves by {@code approve}; a form without a tick is shown on {@code list} again. */
    public PostApprovals(ApproveMany approve, ApprovalQueue queue, ApprovalList list, PageKit kit) {
        this.approve = approve;
        this.queue = queue;
        this.list = list;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param approved how many of them were approved
     * @param results all, in their order
     */
    public record Model(long approved, List<Result> results) {
        /** Copies the results. */
        public Model {
            results = List.copyOf(results);
        }
    }

    /**
     * What became of one shop.
     *
     * @param name its name; its id where the caller may not see it
     * @param address where it is looked at; empty where there is nothing to see
     * @param key the message that tells it
     * @param good whether it is approved now by this
     */
    public record Result(String name, String address, String key, boolean good) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        List<MerchantId> shops = form.all("shop").stream()
                .flatMap(text -> MerchantId.parse(text).stream())
                .toList();
        if (shops.isEmpty()) {
            form.fail("shops", "approve.none.ticked");
            return new Ready(transaction -> list.page(Desk.UNPROCESSABLE, call, transaction, form));
        }
        List<ApproveMany.Told> told = approve.approve(shops, Optional.empty(), Desk.caller(call));
        return new Ready(transaction -> kit.page(
                kit.view(call), "desk/approve_results", model(told, transaction)));
    }

    private Model model(List<ApproveMany.Told> told, SqlConnection transaction) {
        List<Result> results = told.stream().map(one -> result(one, transaction)).toList();
        return new Model(results.stream().filter(Result::good).count(), results);
    }

    private Result result(ApproveMany.Told told, SqlConnection transaction) {
        String id = told.shop().toString();
        String address = ApprovalPath.of(told.shop());
        return switch (told.outcome()) {
            case DecideMerchant.Decided(var file) ->
                new Result(file.merchant().profile().displayName(), address, "approve.result.approved", true);
            case DecideMerchant.WrongState state ->
                new Result(name(told, transaction), address, "approve.result.wrongState", false);
            case DecideMerchant.SecondPersonNeeded second ->
                new Result(name(told, transaction), address, "approve.result.secondPerson", false);
            case DecideMerchant.NotFound none -> new Result(id, "", "approve.result.notFound", false);
        };
    }

    private String name(ApproveMany.Told told, SqlConnection transaction) {
        return Future.await(queue.find(transaction, told.shop()))
                .map(ShopInQueue::names).map(ShopInQueue.Names::display)
                .orElse(told.shop().toString());
    }
}
