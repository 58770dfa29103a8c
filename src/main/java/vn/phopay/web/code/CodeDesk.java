package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.merchant.AccountStatus;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.printing.MyCode;
import vn.phopay.printing.PrintBatch;
import vn.phopay.printing.PrintBatchStore;
import vn.phopay.printing.ReadMyCodes;
import vn.phopay.web.Form;

/**
 * Where the pages about codes look things up. Whatever is not the caller's own is not there.
 *
 * @param codes the caller's codes
 * @param batches the caller's batches
 * @param registry merchants and their outlets
 * @param ids names of batches to come
 */
public record CodeDesk(ReadMyCodes codes, PrintBatchStore batches, MerchantRegistry registry, IdSource ids) {
    /** Why no code can be made. */
    public enum Obstacle {
        /** The city has not decided yet. */
        PENDING,
        /** The city said no. */
        REJECTED,
        /** The city stopped the shop. */
        SUSPENDED,
        /** The account waits for the city. */
        ACCOUNT
    }

    /** An outlet to choose: its id as the API writes it, and its name. */
    public record Choice(String id, String name) {}

    /**
     * The outlets of a form, and which one is chosen.
     *
     * @param outlets all there are
     * @param chosen the id of one
     */
    public record Choices(List<Choice> outlets, String chosen) {
        /** Copies the list. */
        public Choices {
            outlets = List.copyOf(outlets);
        }
    }

    static MerchantId merchant(Call call) {
        return new MerchantId(call.principal().subjectId());
    }

    static Caller caller(Call call) {
        return new Caller(call.principal(), call.requestId());
    }

    static ProblemException unknown() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing of yours at this address.");
    }

    MyCode code(Call call, SqlConnection transaction) {
        return QrId.parse(call.path("id"))
                .flatMap(id -> Future.await(codes.find(transaction, merchant(call), id)))
                .orElseThrow(CodeDesk::unknown);
    }

    PrintBatch batch(Call call, SqlConnection transaction) {
        return batch(call, transaction, PrintBatchId.parse(call.path("id"))).orElseThrow(CodeDesk::unknown);
    }

    Optional<PrintBatch> batch(Call call, SqlConnection transaction, Optional<PrintBatchId> id) {
        return id.flatMap(known -> Future.await(batches.find(transaction, merchant(call), known)));
    }

    MerchantFile file(Call call, SqlConnection transaction) {
        return Future.await(registry.read(transaction, merchant(call))).orElseThrow(CodeDesk::unknown);
    }

    /** Empty where codes can be made. */
    static Optional<Obstacle> obstacle(MerchantFile file) {
        return switch (file.merchant().status()) {
            case PENDING -> Optional.of(Obstacle.PENDING);
            case REJECTED -> Optional.of(Obstacle.REJECTED);
            case SUSPENDED, CLOSED -> Optional.of(Obstacle.SUSPENDED);
            case APPROVED -> file.accounts().stream().anyMatch(account -> account.status() == AccountStatus.APPROVED)
                    ? Optional.empty() : Optional.of(Obstacle.ACCOUNT);
        };
    }

    /** What staff said when they refused or stopped the shop. */
    static Optional<String> reason(MerchantFile file) {
        MerchantStatus status = file.merchant().status();
        boolean refused = status == MerchantStatus.REJECTED || status == MerchantStatus.SUSPENDED;
        return refused ? file.lastStep().reason() : Optional.empty();
    }

    static Choices outlets(MerchantFile file, Form form) {
        List<Choice> outlets = file.outlets().stream()
                .map(outlet -> new Choice(outlet.id().toString(), outlet.name()))
                .toList();
        String typed = form.typed("outlet");
        boolean known = outlets.stream().anyMatch(outlet -> outlet.id().equals(typed));
        return new Choices(outlets, known || outlets.isEmpty() ? typed : outlets.getFirst().id());
    }

    static Optional<OutletId> outlet(Form form) {
        Optional<OutletId> outlet = OutletId.parse(form.typed("outlet"));
        if (outlet.isEmpty()) {
            form.fail("outlet", "form.choice");
        }
        return outlet;
    }

    /** A name for the batch that a form may become. */
    String nextBatch() {
        return new PrintBatchId(ids.next()).toString();
    }

    /** The name that the form carries; a form without one is no form of ours. */
    static PrintBatchId batchId(Form form) {
        return PrintBatchId.parse(form.typed("batch")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_INVALID, "The form names no batch."));
    }
}
