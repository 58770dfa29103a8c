package vn.phopay.http.bank;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.bank.BankStore.NewBank;
import vn.phopay.bank.Dialects;
import vn.phopay.bank.ManageBanks;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.qr.BankTable;

/** {@code POST /api/v1/banks}: registers a bank as a sender of callbacks. A BIN of no known bank is only logged. */
public final class CreateBank implements TransactionalEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(CreateBank.class);
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,31}");
    private static final Pattern BIN = Pattern.compile("[0-9]{6}");
    private static final int NAME_LENGTH_MAX = 100;

    private final ManageBanks banks;
    private final Set<String> dialects;

    /** Registers through {@code banks}, as a sender of one of {@code dialects}. */
    public CreateBank(ManageBanks banks, Set<String> dialects) {
        this.banks = banks;
        this.dialects = dialects;
    }

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.create("/api/v1/banks", Access.ADMIN);
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields fields = call.body();
        NewBank bank = new NewBank(
                fields.required("code", text -> matching(CODE, text), "must be 2 to 32 of a-z, 0-9 and -", ""),
                fields.required("bin", text -> matching(BIN, text), "must be six digits", ""),
                fields.text("name", 1, NAME_LENGTH_MAX),
                fields.optional("dialect", text -> Optional.of(text).filter(dialects::contains),
                        "must be one of " + String.join(", ", dialects)).orElse(Dialects.STANDARD));
        fields.check();
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        if (!banks.register(transaction, bank, actor)) {
            return Reply.problem(ProblemCode.BANK_CODE_TAKEN, "A bank has the code " + bank.code() + " already.");
        }
        if (BankTable.standard().find(bank.bin()).isEmpty()) {
            // The list of banks grows without us; whoever mistyped one finds this line.
            LOG.warn("event=bank_bin_unknown bankCode={} bin={} requestId={}",
                    bank.code(), bank.bin(), call.requestId());
        }
        return Reply.created("/api/v1/banks/" + bank.code(), new JsonObject()
                .put("code", bank.code())
                .put("bin", bank.bin())
                .put("name", bank.name())
                .put("dialect", bank.dialect())
                .put("status", "ACTIVE"));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(value -> pattern.matcher(value).matches());
    }
}
