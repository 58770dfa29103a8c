package vn.phopay.reconciliation;

/** What came of something that staff did about a case. Everything but {@link Changed} must be rolled back. */
public sealed interface CaseOutcome {
    /** It is done; the case as it stands now. */
    record Changed(CaseFile file) implements CaseOutcome {}

    /** There is no such case, or none that the caller may see. */
    record NotFound() implements CaseOutcome {}

    /** The caller may see it, but not decide about it. */
    record Forbidden() implements CaseOutcome {}

    /** From {@code status} this step is not allowed. */
    record WrongState(CaseStatus status) implements CaseOutcome {}

    /** A proposal waits; it must be answered first. */
    record ProposalWaits() implements CaseOutcome {}

    /** There is no proposal to answer. */
    record NoProposal() implements CaseOutcome {}

    /** The proposer cannot answer his own proposal. */
    record SamePerson() implements CaseOutcome {}

    /** Somebody changed it since; {@code version} is there now. */
    record Stale(long version) implements CaseOutcome {}

    /** The decision makes no sense of this case, or its payment does not allow it. */
    record NotApplicable(String why) implements CaseOutcome {}

    /** The decision names an outlet or a request that is not there, or that the caller may not give money to. */
    record BadTarget(String field, String detail) implements CaseOutcome {}
}
