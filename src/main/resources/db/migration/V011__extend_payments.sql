-- Why: (1) a payment is a fold over facts of several kinds: callbacks, statement lines, reversals, refunds, decisions of
-- staff; (2) one transfer may be told by two senders and counts once; (3) a virtual account tells whose money it is;
-- (4) a merchant may forgive small differences, visibly; (5) a reversal must find its payment in every order of arrival.
-- Lock: ACCESS EXCLUSIVE on payment for an instant (constant defaults rewrite nothing; the new checks are NOT VALID
-- there, and hold for every row by those defaults); payment_reversal is rewritten under ACCESS EXCLUSIVE.
-- Time on 100 M payments: seconds for the columns, about 1 minute for each 10 M reversals, 1 minute for payment_trace_ix
-- (it is empty, but all rows are read). Back: drop what is created here and set payment_reversal_pk back to two columns.

ALTER TABLE payment
    ADD COLUMN source text NOT NULL DEFAULT 'CALLBACK',
    ADD COLUMN bank_trace text NULL,
    ADD COLUMN virtual_account text NULL,
    ADD COLUMN payer_name text NULL,
    ADD COLUMN direction_assumed boolean NOT NULL DEFAULT false,
    ADD COLUMN twin_of uuid NULL,
    ADD CONSTRAINT payment_source_known CHECK (source IN ('CALLBACK', 'STATEMENT')) NOT VALID,
    -- The same transfer told by another sender: kept as evidence, nobody's, never counted.
    ADD CONSTRAINT payment_twin_unattributed CHECK (
        twin_of IS NULL OR num_nonnulls(merchant_id, outlet_id, qr_id, payment_request_id) = 0) NOT VALID;
CREATE INDEX payment_trace_ix ON payment (bank_trace, account_number, amount_vnd) WHERE bank_trace IS NOT NULL;

-- The gate of 'one transfer, two senders': whoever records a payment with a trace holds this row until COMMIT, so that
-- what two senders (or two instances of the service) tell at once is decided one after the other.
CREATE TABLE payment_trace (
    bank_bin        text NOT NULL,
    account_number  text NOT NULL,
    bank_trace      text NOT NULL,
    amount_vnd      bigint NOT NULL,
    CONSTRAINT payment_trace_pk PRIMARY KEY (bank_trace, account_number, bank_bin, amount_vnd)
);

-- What came after a payment was recorded. INSERT only; a fact is told apart by its key. Of the assignments of a payment
-- the one with the highest sequence holds: a person's count from 1, a twin's better evidence lies below 0.
CREATE TABLE payment_fact (
    fact_id             uuid NOT NULL,
    payment_id          uuid NOT NULL,
    kind                text NOT NULL,
    fact_key            text NOT NULL,
    sequence            integer NULL,
    outcome             text NULL,
    amount_vnd          bigint NULL,
    merchant_id         uuid NULL,
    outlet_id           uuid NULL,
    qr_id               uuid NULL,
    payment_request_id  uuid NULL,
    case_id             uuid NULL,
    evidence            jsonb NOT NULL,
    booked_at           timestamptz NULL,
    business_date       date NOT NULL,
    recorded_at         timestamptz NOT NULL DEFAULT now(),
    recorded_xid        bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    actor_id            uuid NULL,
    actor_role          text NULL,
    CONSTRAINT payment_fact_pk PRIMARY KEY (fact_id),
    CONSTRAINT payment_fact_key_uq UNIQUE (kind, fact_key),
    CONSTRAINT payment_fact_kind_known CHECK (kind IN ('REFUND', 'ASSIGNMENT', 'ACCEPTANCE')),
    CONSTRAINT payment_fact_refund_complete CHECK (kind <> 'REFUND' OR amount_vnd BETWEEN 1 AND 9999999999999),
    CONSTRAINT payment_fact_assignment_complete CHECK (
        (kind = 'ASSIGNMENT') = (sequence IS NOT NULL AND outcome IS NOT NULL)),
    CONSTRAINT payment_fact_outcome_known CHECK (outcome IN
        ('MATCHED', 'OUTLET', 'ACCOUNT', 'UNDERPAID', 'OVERPAID', 'LATE', 'REVERSED', 'UNMATCHED'))
);
CREATE UNIQUE INDEX payment_fact_assignment_uq ON payment_fact (payment_id, sequence) WHERE kind = 'ASSIGNMENT';
CREATE INDEX payment_fact_refund_ix ON payment_fact (payment_id) WHERE kind = 'REFUND';
CREATE INDEX payment_fact_merchant_ix ON payment_fact (merchant_id, payment_id) WHERE kind = 'ASSIGNMENT';
CREATE INDEX payment_fact_request_ix ON payment_fact (payment_request_id) WHERE payment_request_id IS NOT NULL;
CREATE INDEX payment_fact_recorded_xid_ix ON payment_fact (recorded_xid);

-- A reversal waits under what it says: reference, account and amount. One that says something else stands in nobody's
-- way. via: by the reference it names, by the trace it repeats, or over a twin of the payment that it names.
-- recorded_xid: since when the payment counts as taken back.
ALTER TABLE payment_reversal
    ADD COLUMN account_number text NULL,
    ADD COLUMN amount_vnd bigint NULL,
    ADD COLUMN via text NOT NULL DEFAULT 'REFERENCE',
    ADD COLUMN recorded_xid bigint NULL;
UPDATE payment_reversal v
SET account_number = d.account_number, amount_vnd = d.amount_vnd,
    recorded_xid = GREATEST(d.recorded_xid, COALESCE(o.recorded_xid, 0))
FROM payment d
LEFT JOIN payment_key k ON k.bank_code = d.bank_code AND k.bank_reference = d.reversal_of
LEFT JOIN payment o ON o.payment_id = k.payment_id
WHERE d.payment_id = v.reversal_payment_id;
ALTER TABLE payment_reversal
    ALTER COLUMN account_number SET NOT NULL,
    ALTER COLUMN amount_vnd SET NOT NULL,
    ALTER COLUMN recorded_xid SET NOT NULL,
    ALTER COLUMN recorded_xid SET DEFAULT (pg_current_xact_id()::text::bigint),
    DROP CONSTRAINT payment_reversal_payment_uq,
    DROP CONSTRAINT payment_reversal_pk,
    ADD CONSTRAINT payment_reversal_pk PRIMARY KEY (bank_code, original_reference, account_number, amount_vnd),
    ADD CONSTRAINT payment_reversal_via_known CHECK (via IN ('REFERENCE', 'TRACE', 'TWIN'));
CREATE INDEX payment_reversal_payment_ix ON payment_reversal (reversal_payment_id);
CREATE INDEX payment_reversal_recorded_xid_ix ON payment_reversal (recorded_xid);

-- A number under which a bank lets payers pay into a merchant's account. It decides whose the money is before the
-- account does. One number belongs to one merchant, for ever.
CREATE TABLE virtual_account (
    bank_bin        text NOT NULL,
    account_number  text NOT NULL,
    account_id      uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    outlet_id       uuid NULL,
    created_at      timestamptz NOT NULL,
    created_by      uuid NULL,
    CONSTRAINT virtual_account_pk PRIMARY KEY (bank_bin, account_number),
    CONSTRAINT virtual_account_account_fk FOREIGN KEY (account_id) REFERENCES merchant_account (account_id),
    CONSTRAINT virtual_account_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT virtual_account_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT virtual_account_bin_digits CHECK (bank_bin ~ '^[0-9]{6}$'),
    CONSTRAINT virtual_account_number_sized CHECK (account_number ~ '^[A-Za-z0-9]{1,34}$')
);
CREATE INDEX virtual_account_merchant_ix ON virtual_account (merchant_id, created_at);

-- How much a merchant lets be missing of a request, in đồng. Nothing unless it says so; a request keeps what held when it
-- was made, so that its state stays a fold over its own facts.
ALTER TABLE merchant
    ADD COLUMN amount_tolerance_vnd bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT merchant_amount_tolerance_sized CHECK (amount_tolerance_vnd BETWEEN 0 AND 100000);
ALTER TABLE payment_request
    ADD COLUMN amount_tolerance_vnd bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT payment_request_amount_tolerance_sized CHECK (amount_tolerance_vnd BETWEEN 0 AND 100000) NOT VALID;

ALTER TABLE recon_case
    DROP CONSTRAINT recon_case_kind_known,
    ADD CONSTRAINT recon_case_kind_known CHECK (kind IN ('UNMATCHED', 'CONFLICT', 'WRONG_ACCOUNT', 'SEVERAL_CODES',
        'AMOUNT_MISMATCH', 'MISSING_IN_STATEMENT', 'REVERSAL_WITHOUT_ORIGINAL', 'LATE', 'POSSIBLE_DUPLICATE',
        'STATEMENT_GAP', 'STATEMENT_UNBALANCED', 'STATEMENT_AMBIGUOUS'));

-- The assignment of a payment that holds; no row where nobody assigned it.
CREATE FUNCTION payment_assignment(payment uuid)
RETURNS TABLE (sequence integer, outcome text, merchant_id uuid, outlet_id uuid, qr_id uuid, payment_request_id uuid)
LANGUAGE sql STABLE AS $body$
    SELECT a.sequence, a.outcome, a.merchant_id, a.outlet_id, a.qr_id, a.payment_request_id
    FROM payment_fact a
    WHERE a.payment_id = payment AND a.kind = 'ASSIGNMENT'
    ORDER BY a.sequence DESC
    LIMIT 1
$body$;

-- The credits that are a request's now: those whose memo names it unless they were assigned, and those assigned to it.
-- Twins are nobody's and so never among them.
CREATE FUNCTION payment_request_credits(request uuid)
RETURNS TABLE (payment_id uuid, bank_code text, bank_reference text, amount_vnd bigint, outcome text,
               booked_at timestamptz, recorded_at timestamptz, reversed boolean, refunded_vnd bigint)
LANGUAGE sql STABLE AS $body$
    SELECT p.payment_id, p.bank_code, p.bank_reference, p.amount_vnd, named.outcome, p.booked_at, p.recorded_at,
           EXISTS (
             SELECT FROM payment_reversal v
             WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
               AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd),
           (SELECT COALESCE(sum(f.amount_vnd), 0)::bigint FROM payment_fact f
            WHERE f.payment_id = p.payment_id AND f.kind = 'REFUND')
    FROM (
        SELECT c.payment_id, c.outcome
        FROM payment c
        WHERE c.payment_request_id = request AND c.direction = 'CREDIT'
          AND NOT EXISTS (SELECT FROM payment_fact a WHERE a.payment_id = c.payment_id AND a.kind = 'ASSIGNMENT')
        UNION ALL
        SELECT f.payment_id, f.outcome
        FROM payment_fact f
        WHERE f.payment_request_id = request AND f.kind = 'ASSIGNMENT'
          AND NOT EXISTS (SELECT FROM payment_fact later
                          WHERE later.payment_id = f.payment_id AND later.kind = 'ASSIGNMENT'
                            AND later.sequence > f.sequence)) named
    JOIN payment p ON p.payment_id = named.payment_id
$body$;

-- For a person to look at, never acted upon: the one request of the credited account that was open when a payment without
-- a code was booked, asks for exactly this amount and has received nothing. NULL where there is none, or more than one.
CREATE INDEX payment_request_account_ix ON payment_request (account_id, amount_vnd);
CREATE FUNCTION payment_suggestion(bank text, account text, virtual text, amount bigint, booked timestamptz)
RETURNS uuid LANGUAGE sql STABLE AS $body$
    SELECT CASE WHEN count(*) = 1 THEN (array_agg(fits.payment_request_id))[1] END
    FROM (
        SELECT q.payment_request_id
        FROM bank b
        JOIN payment_request q ON q.amount_vnd = amount AND q.account_id = COALESCE(
            (SELECT v.account_id FROM virtual_account v WHERE v.bank_bin = b.bin AND v.account_number = virtual),
            (SELECT m.account_id FROM merchant_account m WHERE m.bank_bin = b.bin AND m.account_number = account))
        WHERE b.bank_code = bank AND q.created_at <= booked AND q.expires_at >= booked
          AND (q.cancelled_at IS NULL OR q.cancelled_at >= booked)
          AND NOT EXISTS (SELECT FROM payment_request_credits(q.payment_request_id) c WHERE NOT c.reversed)
        LIMIT 2) fits
$body$;
