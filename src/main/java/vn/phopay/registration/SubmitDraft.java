package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.PhoneNumber;
import vn.phopay.access.Principal;
import vn.phopay.consent.ConsentEvidence;
import vn.phopay.consent.ConsentPurpose;
import vn.phopay.consent.Consents;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.Merchant;
import vn.phopay.merchant.RegisterMerchant;
import vn.phopay.merchant.Registration;

/**
 * Makes a merchant of a draft, once: the draft's row is held, and keeps the merchant's name in a column of unique
 * values. Whoever sends the same draft again, at the same time or later, hears of the same merchant.
 */
public final class SubmitDraft {
    private final DraftStore drafts;
    private final CheckAnswers check;
    private final RegisterMerchant register;
    private final Consents consents;

    /** Registers what {@code check} finds right in {@code drafts} by {@code register}, with its {@code consents}. */
    public SubmitDraft(DraftStore drafts, CheckAnswers check, RegisterMerchant register, Consents consents) {
        this.drafts = drafts;
        this.check = check;
        this.register = register;
        this.consents = consents;
    }

    /**
     * What is sent.
     *
     * @param owner whose draft
     * @param hash of the password, or of one that nobody knows where a helper sends it
     * @param language in which the merchant is written to
     * @param helper the helper who sends it for the owner; null where the owner does
     * @param requestId the request, for the audit log
     */
    public record Submission(
            DraftOwner owner,
            PasswordHasher.Hashed hash,
            Language language,
            @Nullable Principal helper,
            String requestId) {
        private AuditEntry.Actor actor() {
            return helper == null
                    ? AuditEntry.Actor.anyone(requestId)
                    : AuditEntry.Actor.of(helper, requestId);
        }

        private CheckAnswers.Scope scope() {
            return helper == null ? CheckAnswers.Scope.OWNER : CheckAnswers.Scope.of(helper);
        }
    }

    /** What came of it; after {@link Refused} the transaction must be rolled back. */
    public sealed interface Outcome permits Registered, RegisteredBefore, Refused, NoDraft {}

    /** The draft became a merchant. */
    public record Registered(MerchantId merchant, PhoneNumber phone) implements Outcome {}

    /** It had become one before. */
    public record RegisteredBefore(MerchantId merchant) implements Outcome {}

    /** Something does not hold, or belongs to another shop. */
    public record Refused(CheckAnswers.Faulty why) implements Outcome {}

    /** There is no such draft, or not any more. */
    public record NoDraft() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome submit(SqlConnection transaction, Submission submission) {
        Optional<Draft> found = Future.await(drafts.lock(transaction, submission.owner()));
        if (found.isEmpty()) {
            return new NoDraft();
        }
        Optional<MerchantId> before = found.get().merchant();
        if (before.isPresent()) {
            return new RegisteredBefore(before.get());
        }
        return switch (check.check(found.get().answers(), submission.scope())) {
            case CheckAnswers.Faulty faulty -> new Refused(faulty);
            case CheckAnswers.Complete complete -> register(transaction, submission, found.get(), complete);
        };
    }

    private Outcome register(
            SqlConnection transaction, Submission submission, Draft draft, CheckAnswers.Complete complete) {
        // The password was hashed before the transaction; nothing below asks for its text.
        Registration registration = new Registration(
                complete.profile().toProfile(submission.language()),
                Password.STAND_IN,
                complete.account(),
                List.of(complete.outlet()));
        return switch (register.register(transaction, registration, submission.hash(), submission.actor())) {
            case RegisterMerchant.TaxCodeTaken taken -> refused(AnswerFault.TAX_CODE_TAKEN);
            case RegisterMerchant.PhoneTaken taken -> refused(AnswerFault.PHONE_TAKEN);
            case RegisterMerchant.AccountTaken taken -> refused(AnswerFault.ACCOUNT_NUMBER_TAKEN);
            case RegisterMerchant.Registered done -> {
                Merchant merchant = done.file().merchant();
                keep(transaction, merchant.id(), draft, evidence(complete, submission));
                yield new Registered(merchant.id(), merchant.profile().phone());
            }
        };
    }

    private void keep(SqlConnection transaction, MerchantId merchant, Draft draft, ConsentEvidence evidence) {
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            if (draft.answers().isTicked(Question.of(purpose))) {
                Future.await(consents.give(transaction, merchant, purpose, evidence));
            }
        }
        Future.await(drafts.finish(transaction, draft.id(), merchant));
    }

    private static ConsentEvidence evidence(CheckAnswers.Complete complete, Submission submission) {
        Principal helper = submission.helper();
        StaffId recorder = helper == null ? null : new StaffId(helper.subjectId());
        return new ConsentEvidence(complete.form(), complete.note(), recorder);
    }

    private static Refused refused(AnswerFault fault) {
        return new Refused(new CheckAnswers.Faulty(List.of(fault)));
    }
}
