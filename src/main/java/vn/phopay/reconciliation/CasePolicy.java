package vn.phopay.reconciliation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.phopay.identity.MerchantId;

/**
 * Which decisions fit which case, and which of them take a second person: whoever accepts a loss, or moves money from
 * one merchant to another, does not do it alone.
 *
 * <p>To leave a case as it is takes two wherever somebody may be poorer for it, that is always, but for three kinds:
 * a late payment, which its merchant has received, money on an account that still nobody has registered, and a report
 * of a code that was pasted over, which opens a new case whenever somebody tells it again.
 */
public final class CasePolicy {
    /** Cases about whose the money is that came, so that it can be given to somebody or back. */
    private static final Set<CaseKind> ABOUT_MONEY = EnumSet.of(CaseKind.UNMATCHED, CaseKind.WRONG_ACCOUNT,
            CaseKind.SEVERAL_CODES, CaseKind.LATE, CaseKind.POSSIBLE_DUPLICATE);

    private CasePolicy() {}

    /** What the rules say of a decision. */
    public sealed interface Verdict permits Alone, Together, NotApplicable {}

    /** One person may decide it. */
    public record Alone() implements Verdict {}

    /** It takes a second person. */
    public record Together(Why why) implements Verdict {}

    /** It makes no sense of such a case; {@code detail} says why. */
    public record NotApplicable(String detail) implements Verdict {}

    /** Why a second person is needed. Codes never change their meaning. */
    public enum Why {
        /** Somebody may be poorer if it stays as it is. */
        LOSS_ACCEPTED,
        /** The payment is another merchant's already. */
        MOVED_BETWEEN_MERCHANTS,
        /** The credited account belongs to another merchant. */
        ACCOUNT_OF_ANOTHER
    }

    /** Judges {@code action} on {@code file}; {@code to} is whose the money shall be, with an assignment. */
    public static Verdict judge(CaseFile file, CaseAction action, Optional<MerchantId> to) {
        return switch (action) {
            case ASSIGN -> assign(file, to.orElseThrow());
            case REFUND -> isAboutMoney(file) ? new Alone() : notApplicable(file, action);
            case IGNORE -> mayLoseNothing(file) ? new Alone() : new Together(Why.LOSS_ACCEPTED);
            case CONFIRM -> isReport(file) ? new Alone() : notApplicable(file, action);
        };
    }

    /** The actions that fit {@code file}, whoever decides them. */
    public static Set<CaseAction> applicable(CaseFile file) {
        Set<CaseAction> actions = EnumSet.of(CaseAction.IGNORE);
        if (isAboutMoney(file)) {
            actions.add(CaseAction.ASSIGN);
            actions.add(CaseAction.REFUND);
        }
        if (isReport(file)) {
            actions.add(CaseAction.CONFIRM);
        }
        return actions;
    }

    private static Verdict assign(CaseFile file, MerchantId to) {
        if (!isAboutMoney(file)) {
            return notApplicable(file, CaseAction.ASSIGN);
        }
        if (file.merchant().filter(merchant -> !merchant.equals(to)).isPresent()) {
            return new Together(Why.MOVED_BETWEEN_MERCHANTS);
        }
        return file.about().accountOwner().filter(owner -> !owner.equals(to)).isPresent()
                ? new Together(Why.ACCOUNT_OF_ANOTHER)
                : new Alone();
    }

    private static boolean isAboutMoney(CaseFile file) {
        return ABOUT_MONEY.contains(file.kind())
                && file.about().payment().filter(CaseFile.CasePayment::credit).isPresent();
    }

    private static boolean mayLoseNothing(CaseFile file) {
        boolean nobodys = file.about().accountOwner().isEmpty() && file.merchant().isEmpty();
        return file.kind() == CaseKind.LATE
                || isReport(file)
                || file.kind() == CaseKind.UNMATCHED && nobodys;
    }

    private static boolean isReport(CaseFile file) {
        return file.kind() == CaseKind.CODE_TAMPERED;
    }

    private static Verdict notApplicable(CaseFile file, CaseAction action) {
        return new NotApplicable(action + " does not fit a case of the kind " + file.kind() + '.');
    }
}
