package vn.phopay.http;

import java.util.Locale;

/** Every kind of error that the API answers: one code, one status, one title. Codes never change their meaning. */
public enum ProblemCode {
    /** The body is no JSON object. */
    REQUEST_NOT_JSON(400, "The body is not a JSON object"),
    /** Fields are missing or wrong; see {@code errors}. */
    REQUEST_INVALID(400, "Some fields are missing or wrong"),
    /** No such path, or nothing there that the caller may see. */
    REQUEST_NOT_FOUND(404, "There is nothing at this address"),
    /** The path exists, but not with this method. */
    REQUEST_METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    /** The body is larger than the route takes. */
    REQUEST_TOO_LARGE(413, "The body is too large"),
    /** The body's media type is not taken here. */
    REQUEST_MEDIA_TYPE(415, "This media type is not taken here"),
    /** If-Match did not hold. */
    REQUEST_PRECONDITION_FAILED(412, "The resource has changed since you read it"),
    /** If-Match is missing. */
    REQUEST_PRECONDITION_REQUIRED(428, "This edit needs If-Match"),
    /** An Idempotency-Key was used before with another body. */
    REQUEST_IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key belongs to another request"),
    /** Too many requests from one caller. */
    REQUEST_RATE_LIMITED(429, "Too many requests"),
    /** The service is full; nothing was kept. */
    REQUEST_OVERLOADED(503, "The service is overloaded; nothing was kept, send again"),
    /** The time budget ran out. */
    REQUEST_TIMED_OUT(503, "The service did not finish in time"),
    /** A fault of ours. */
    INTERNAL_FAULT(500, "The service failed"),
    /** A session is needed. */
    AUTH_REQUIRED(401, "Log in first"),
    /** Login or password is wrong. */
    AUTH_BAD_CREDENTIALS(401, "Login or password is wrong"),
    /** Repeated failures locked the login for a while. */
    AUTH_LOCKED(429, "Too many failed attempts"),
    /** The session may not do this. */
    AUTH_FORBIDDEN(403, "You may not do this"),
    /** A cookie session sent an unsafe request without its CSRF token. */
    AUTH_CSRF(403, "The CSRF token is missing or wrong"),
    /** Somebody else made the password; its owner must choose another one before anything else. */
    AUTH_PASSWORD_TEMPORARY(403, "Choose a password of your own first"),
    /** A login is taken already. */
    AUTH_LOGIN_TAKEN(409, "This login is taken"),
    /** A merchant with this tax code exists. */
    MERCHANT_TAX_CODE_TAKEN(409, "This tax code is registered already"),
    /** A merchant with this phone number exists. */
    MERCHANT_PHONE_TAKEN(409, "This phone number is registered already"),
    /** The account belongs to a merchant already. */
    MERCHANT_ACCOUNT_TAKEN(409, "This account is registered already"),
    /** The merchant's state does not allow this step. */
    MERCHANT_WRONG_STATE(409, "The merchant's state does not allow this"),
    /** Whoever registered a merchant for its owner does not approve it. */
    MERCHANT_SECOND_PERSON_NEEDED(403, "Somebody else must approve what you registered"),
    /** The merchant is not approved. */
    MERCHANT_NOT_APPROVED(409, "The merchant is not approved"),
    /** The code was revoked before. */
    QR_ALREADY_REVOKED(409, "The code is revoked already"),
    /** The payment request cannot be cancelled any more. */
    PAYMENT_REQUEST_NOT_OPEN(409, "The payment request is no longer open"),
    /** The merchant listens to as many streams as it may. */
    PAYMENT_STREAMS_FULL(429, "Too many streams are open"),
    /** The database refused a transaction; a fault of ours. */
    PAYMENT_NOT_RECORDED(500, "Some transactions could not be recorded"),
    /** The case's state does not allow this step. */
    RECON_CASE_WRONG_STATE(409, "The case's state does not allow this"),
    /** A proposal must be answered before anything else is decided. */
    RECON_PROPOSAL_WAITS(409, "A proposal waits for a second person"),
    /** Nothing was proposed. */
    RECON_NO_PROPOSAL(409, "There is no proposal to answer"),
    /** The proposer cannot answer the proposal. */
    RECON_SECOND_PERSON_NEEDED(403, "A second person must answer this"),
    /** The decision does not fit the case, or its payment does not allow it. */
    RECON_DECISION_REFUSED(409, "This decision does not fit the case"),
    /** The merchant has as many webhook endpoints, or the endpoint as many secrets, as there may be. */
    WEBHOOK_LIMIT(409, "There are as many as there may be"),
    /** The webhook endpoint is switched off. */
    WEBHOOK_DISABLED(409, "The webhook endpoint is switched off"),
    /** Something speaks against closing the day; see {@code blockers}. */
    RECON_DAY_BLOCKED(409, "The day cannot be closed"),
    /** The day is sealed. */
    RECON_DAY_SEALED(409, "The day is sealed"),
    /** What was to be waived is not there. */
    RECON_NOTHING_TO_WAIVE(409, "There is nothing to waive"),
    /** The wish to be forgotten has ended, or was proposed before, or nobody proposed it. */
    DELETION_WRONG_STATE(409, "The deletion request does not allow this"),
    /** Its owner may still take it back. */
    DELETION_TOO_EARLY(409, "The deletion request waits for its day"),
    /** The proposer cannot carry it out. */
    DELETION_SECOND_PERSON_NEEDED(403, "A second person must carry this out"),
    /** Cases about the merchant's money still need a person. */
    DELETION_CASES_OPEN(409, "Open cases speak against the deletion"),
    /** No bank of this code. */
    BANK_UNKNOWN(404, "There is no such bank"),
    /** A bank of this code exists. */
    BANK_CODE_TAKEN(409, "This bank code is taken"),
    /** The bank is suspended. */
    BANK_SUSPENDED(403, "The bank is suspended"),
    /** Two keys are valid already. */
    BANK_KEYS_FULL(409, "Two keys are valid already; revoke one first"),
    /** Bad, missing or stale signature; which of them is not said. */
    BANK_SIGNATURE_REFUSED(401, "The signature does not hold"),
    /** A signed delivery cannot be read. */
    BANK_DELIVERY_MALFORMED(400, "The delivery cannot be read"),
    /** A statement file is none of the forms that are taken, or breaks a limit. */
    STATEMENT_UNREADABLE(400, "The statement cannot be read"),
    /** The body is not what Content-Digest says. */
    STATEMENT_DIGEST_MISMATCH(400, "The body and its digest differ");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status, the same for every occurrence. */
    public int status() {
        return status;
    }

    /** A short title for people. */
    public String title() {
        return title;
    }

    /** The stable URI a client switches on. */
    public String type() {
        return "urn:phopay:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
