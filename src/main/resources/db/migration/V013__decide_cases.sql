-- Why: cases are acknowledged, decided and closed by people, and close themselves when their trouble is gone; who did
-- what and why is kept beside them, and a second person is a rule of the database, not of a program alone.
-- Lock: ACCESS EXCLUSIVE on recon_case while it is rewritten; SHARE on payment (no writes) while its index is built.
-- Time on 100 M payments: about 1 minute for the index; cases are few, one in thousands of payments. Back: drop case_act,
-- the view, the index, the triggers and the added columns.

ALTER TABLE recon_case
    ALTER COLUMN bank_code DROP NOT NULL,
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    ADD COLUMN resolution text NULL,
    ADD COLUMN resolved_at timestamptz NULL,
    ADD COLUMN pending_act_id uuid NULL,
    ADD COLUMN pending_actor_id uuid NULL,
    ADD COLUMN account_number text GENERATED ALWAYS AS (evidence ->> 'accountNumber') STORED,
    DROP CONSTRAINT recon_case_kind_known,
    ADD CONSTRAINT recon_case_kind_known CHECK (kind IN ('UNMATCHED', 'CONFLICT', 'WRONG_ACCOUNT', 'SEVERAL_CODES',
        'AMOUNT_MISMATCH', 'MISSING_IN_STATEMENT', 'REVERSAL_WITHOUT_ORIGINAL', 'LATE', 'POSSIBLE_DUPLICATE',
        'STATEMENT_GAP', 'STATEMENT_UNBALANCED', 'STATEMENT_AMBIGUOUS')),
    ADD CONSTRAINT recon_case_resolution_known CHECK (resolution IN ('AUTO', 'FIXED', 'ACCEPTED')),
    ADD CONSTRAINT recon_case_resolved_whole CHECK (
        (status = 'RESOLVED') = (resolution IS NOT NULL) AND (status = 'RESOLVED') = (resolved_at IS NOT NULL)),
    ADD CONSTRAINT recon_case_proposal_is_open CHECK (pending_act_id IS NULL OR status = 'ACKNOWLEDGED'),
    ADD CONSTRAINT recon_case_proposal_whole CHECK ((pending_act_id IS NULL) = (pending_actor_id IS NULL)),
    ADD CONSTRAINT recon_case_evidence_there CHECK (jsonb_typeof(evidence) = 'object'),
    ADD CONSTRAINT recon_case_statement_or_payment CHECK (payment_id IS NOT NULL OR kind LIKE 'STATEMENT_%'),
    ADD CONSTRAINT recon_case_bank_of_payment CHECK (payment_id IS NULL OR bank_code IS NOT NULL);

-- A list by state, newest first; the index of V006 served nobody yet.
DROP INDEX recon_case_open_ix;
CREATE INDEX recon_case_status_ix ON recon_case (status, case_id);
-- What is not resolved: closing by fingerprint, counts and ages. It stays as small as the work that is left.
CREATE INDEX recon_case_unresolved_ix ON recon_case (kind, fingerprint, status, opened_at) WHERE status <> 'RESOLVED';
-- Cases about a payment, for the day's close and for what is known of one payment.
CREATE INDEX recon_case_payment_ix ON recon_case (payment_id) WHERE payment_id IS NOT NULL;
-- Reversals of a few days, among which those are looked for whose payment never came; it costs only where one is written.
CREATE INDEX payment_reversing_ix ON payment (business_date) WHERE reversal_of IS NOT NULL;

-- What was done about a case, by whom and why. INSERT only.
-- An answer (REJECT, or a RESOLVE that approves) names the proposal and who proposed it; the foreign key holds that name
-- to the proposal's own row, so that case_act_second_person cannot be told another name.
CREATE TABLE case_act (
    act_id              uuid NOT NULL,
    case_id             uuid NOT NULL,
    act                 text NOT NULL,
    acted_at            timestamptz NOT NULL,
    actor_id            uuid NULL,
    actor_role          text NOT NULL,
    request_id          text NULL,
    action              text NULL,
    resolution          text NULL,
    reason              text NULL,
    note                text NULL,
    outlet_id           uuid NULL,
    payment_request_id  uuid NULL,
    evidence            jsonb NULL,
    answers_act_id      uuid NULL,
    answers_actor_id    uuid NULL,
    recorded_at         timestamptz NOT NULL DEFAULT now(),
    evidence_key        text GENERATED ALWAYS AS (
        CASE WHEN act = 'EVIDENCE' THEN md5((evidence - 'deliveryId')::text) END) STORED,
    CONSTRAINT case_act_pk PRIMARY KEY (act_id),
    CONSTRAINT case_act_case_fk FOREIGN KEY (case_id) REFERENCES recon_case (case_id),
    CONSTRAINT case_act_proposal_uq UNIQUE (act_id, actor_id, case_id),
    CONSTRAINT case_act_answers_fk FOREIGN KEY (answers_act_id, answers_actor_id, case_id)
        REFERENCES case_act (act_id, actor_id, case_id),
    CONSTRAINT case_act_answered_once_uq UNIQUE (answers_act_id),
    CONSTRAINT case_act_answers_whole CHECK ((answers_act_id IS NULL) = (answers_actor_id IS NULL)),
    CONSTRAINT case_act_second_person CHECK (
        answers_act_id IS NULL OR act = 'OVERTAKEN' OR (actor_id IS NOT NULL AND actor_id <> answers_actor_id)),
    CONSTRAINT case_act_evidence_uq UNIQUE (case_id, evidence_key),
    CONSTRAINT case_act_known CHECK (
        act IN ('ACKNOWLEDGE', 'PROPOSE', 'REJECT', 'OVERTAKEN', 'RESOLVE', 'EVIDENCE')),
    CONSTRAINT case_act_actor_named CHECK ((actor_id IS NULL) = (actor_role = 'SYSTEM')),
    CONSTRAINT case_act_role_known CHECK (actor_role IN ('REGISTRAR', 'ADMIN', 'SYSTEM')),
    CONSTRAINT case_act_action_known CHECK (action IN ('ASSIGN', 'REFUND', 'IGNORE')),
    CONSTRAINT case_act_resolution_known CHECK (resolution IN ('AUTO', 'FIXED', 'ACCEPTED')),
    CONSTRAINT case_act_resolves CHECK ((act = 'RESOLVE') = (resolution IS NOT NULL)),
    CONSTRAINT case_act_auto_is_ours CHECK (resolution IS NULL OR (resolution = 'AUTO') = (actor_id IS NULL)),
    CONSTRAINT case_act_decision_says_what CHECK (
        (act = 'PROPOSE' OR act = 'RESOLVE' AND resolution <> 'AUTO') = (action IS NOT NULL)),
    CONSTRAINT case_act_decision_says_why CHECK (action IS NULL OR note IS NOT NULL),
    CONSTRAINT case_act_answers_proposal CHECK (answers_act_id IS NULL OR act IN ('REJECT', 'OVERTAKEN', 'RESOLVE')),
    CONSTRAINT case_act_reject_answers CHECK (act NOT IN ('REJECT', 'OVERTAKEN') OR answers_act_id IS NOT NULL),
    CONSTRAINT case_act_evidence_there CHECK (act <> 'EVIDENCE' OR evidence IS NOT NULL)
);
CREATE INDEX case_act_case_ix ON case_act (case_id, act_id);
CREATE UNIQUE INDEX case_act_resolves_once_uq ON case_act (case_id) WHERE act = 'RESOLVE';

ALTER TABLE recon_case ADD CONSTRAINT recon_case_pending_act_fk
    FOREIGN KEY (pending_act_id, pending_actor_id, case_id) REFERENCES case_act (act_id, actor_id, case_id);

-- What a case was opened with stays as it was; what becomes known later is an act.
CREATE FUNCTION keep_case_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'DELETE'
        OR (NEW.case_id, NEW.kind, NEW.fingerprint, NEW.period, NEW.evidence, NEW.opened_at)
            IS DISTINCT FROM (OLD.case_id, OLD.kind, OLD.fingerprint, OLD.period, OLD.evidence, OLD.opened_at)
        OR NEW.bank_code IS DISTINCT FROM OLD.bank_code OR NEW.payment_id IS DISTINCT FROM OLD.payment_id
        OR OLD.status = 'RESOLVED' THEN
        RAISE EXCEPTION 'a case keeps what it was opened with and, once resolved, its resolution'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'recon_case_frozen', TABLE = 'recon_case';
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER recon_case_frozen BEFORE UPDATE OR DELETE ON recon_case
    FOR EACH ROW EXECUTE FUNCTION keep_case_frozen();

CREATE FUNCTION keep_acts_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'acts are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'case_act_frozen', TABLE = 'case_act';
END
$body$;
CREATE TRIGGER case_act_frozen BEFORE UPDATE OR DELETE ON case_act
    FOR EACH ROW EXECUTE FUNCTION keep_acts_frozen();

-- Whose case it is: the merchants that its payment (of twins, the one that counts) was recorded for and assigned to, the
-- owner of the credited account, and the owners of the codes in the memo. Nothing is stored.
CREATE VIEW recon_case_party AS
SELECT c.case_id, p.merchant_id, 'PAYMENT' AS part
FROM recon_case c
JOIN payment t ON t.payment_id = c.payment_id
JOIN payment p ON p.payment_id = COALESCE(t.twin_of, t.payment_id)
WHERE p.merchant_id IS NOT NULL
UNION ALL
SELECT c.case_id, n.merchant_id, 'ASSIGNED'
FROM recon_case c
JOIN payment t ON t.payment_id = c.payment_id
CROSS JOIN LATERAL payment_assignment(COALESCE(t.twin_of, t.payment_id)) n
WHERE n.merchant_id IS NOT NULL
UNION ALL
SELECT c.case_id, COALESCE(v.merchant_id, a.merchant_id), 'ACCOUNT'
FROM recon_case c
LEFT JOIN payment p ON p.payment_id = c.payment_id
JOIN bank b ON b.bank_code = c.bank_code
LEFT JOIN virtual_account v ON v.bank_bin = b.bin AND v.account_number = p.virtual_account
LEFT JOIN merchant_account a ON a.bank_bin = b.bin AND a.account_number = COALESCE(p.account_number, c.account_number)
WHERE num_nonnulls(v.merchant_id, a.merchant_id) > 0
UNION ALL
SELECT c.case_id, r.merchant_id, 'CODE'
FROM recon_case c
CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE WHEN jsonb_typeof(c.evidence -> 'codes') = 'array' THEN c.evidence -> 'codes' ELSE '[]' END) AS t (code)
JOIN reference r ON r.reference = t.code;
