package vn.phopay.http;

import java.util.List;

/** Refuses a call at the HTTP edge; carries no stack trace, because it is an answer and not a fault. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with {@code problem}. */
    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Refuses the whole call. */
    public ProblemException(ProblemCode code, String detail) {
        this(new Problem(code, detail));
    }

    /** Refuses one field. */
    public static ProblemException ofField(String pointer, String detail) {
        return new ProblemException(new Problem(
                ProblemCode.REQUEST_INVALID, detail, List.of(new Problem.FieldError(pointer, detail))));
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
