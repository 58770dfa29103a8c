package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.OldAccountCode;
import vn.phopay.issuing.OldAccountCodes;
import vn.phopay.merchant.AccountStatus;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.registration.BankChoices;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * GET /ho-so/tai-khoan: the account in force, one that waits for staff, the form for another one; and, loudly, the
 * codes that pay into an account given up.
 */
public final class GetAccountPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/tai-khoan";
    static final String BANK = "bankBin";
    static final String NUMBER = "accountNumber";
    static final String HOLDER = "accountName";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final MerchantRegistry registry;
    private final OldAccountCodes oldCodes;
    private final PageKit kit;

    /** Reads accounts from {@code registry}, codes to be warned about from {@code oldCodes}. */
    public GetAccountPage(MerchantRegistry registry, OldAccountCodes oldCodes, PageKit kit) {
        this.registry = registry;
        this.oldCodes = oldCodes;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the fields of another account
     * @param accounts accounts in force and waiting, the main one first
     * @param changeWaits whether another account waits to come in the place of the main one
     * @param inForce whether codes can be made: some account is approved
     * @param banks the banks that most people have, and the others
     * @param oldCodes codes that pay into an account given up
     */
    public record Model(
            Form form,
            List<AccountCard> accounts,
            boolean changeWaits,
            boolean inForce,
            BankChoices banks,
            List<CodeCard> oldCodes) {}

    /**
     * A code to be replaced.
     *
     * @param id its public id
     * @param name what its owner calls it, or else its outlet
     * @param outlet what its outlet is called
     * @param bank the bank that it pays into
     * @param end the last digits of the account there
     * @param issuedOn when it was made
     */
    public record CodeCard(String id, String name, String outlet, String bank, String end, LocalDate issuedOn) {
        static CodeCard of(OldAccountCode code) {
            return new CodeCard(
                    code.id().toString(),
                    code.label().orElse(code.outletName()),
                    code.outletName(),
                    BankChoices.nameOf(code.bankBin()),
                    code.accountEnd(),
                    BusinessDay.of(code.issuedAt()));
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page(200, call, model(call, transaction, Form.empty()));
    }

    /** What the page shows beside {@code form}; to be read before anything is written that may be rolled back. */
    Model model(Call call, SqlConnection transaction, Form form) {
        MerchantFile file = Own.file(call, registry, transaction);
        List<CodeCard> old = Future.await(oldCodes.list(transaction, file.merchant().id())).stream()
                .map(CodeCard::of)
                .toList();
        return new Model(
                form,
                AccountCard.open(file),
                file.waitingChange().isPresent(),
                file.accounts().stream().anyMatch(account -> account.status() == AccountStatus.APPROVED),
                BankChoices.standard(),
                old);
    }

    /** The page; it reads nothing. */
    Reply page(int status, Call call, Model model) {
        return kit.page(status, kit.view(call), "profile/account", model);
    }
}
