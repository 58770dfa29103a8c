-- Why: raw deliveries, payments counted exactly once, and the cases that need a person.
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

-- A delivery whose signature held, as it came. Kept also where it could not be read (verdict MALFORMED).
CREATE TABLE delivery (
    delivery_id     uuid NOT NULL,
    bank_code       text NOT NULL,
    webhook_id      text NOT NULL,
    signed_at       timestamptz NOT NULL,
    bank_key_id     uuid NOT NULL,
    received_at     timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    verdict         text NOT NULL,
    raw_body        bytea NOT NULL,
    CONSTRAINT delivery_pk PRIMARY KEY (delivery_id),
    CONSTRAINT delivery_verdict_known CHECK (verdict IN ('RECORDED', 'MALFORMED'))
);

-- The exactly-once gate: what a bank calls one transfer is one row, for ever. meaning_hash covers account, amount and
-- direction, so that a repeat (same meaning) can be told from a conflict (other meaning).
CREATE TABLE payment_key (
    bank_code       text NOT NULL,
    bank_reference  text NOT NULL,
    meaning_hash    bytea NOT NULL,
    payment_id      uuid NOT NULL,
    CONSTRAINT payment_key_pk PRIMARY KEY (bank_code, bank_reference)
);

-- Money that a payer's bank says moved. INSERT only. business_date is booked_at's day in Asia/Ho_Chi_Minh.
-- recorded_xid is the inserting transaction: the adoption job folds everything below the oldest one still running.
CREATE TABLE payment (
    payment_id          uuid NOT NULL,
    bank_code           text NOT NULL,
    bank_reference      text NOT NULL,
    delivery_id         uuid NULL,
    direction           text NOT NULL,
    reversal_of         text NULL,
    account_number      text NOT NULL,
    amount_vnd          bigint NOT NULL,
    memo                text NOT NULL,
    booked_at           timestamptz NOT NULL,
    received_at         timestamptz NOT NULL,
    recorded_at         timestamptz NOT NULL DEFAULT now(),
    business_date       date NOT NULL,
    payer_account       text NULL,
    payer_bank_bin      text NULL,
    outcome             text NOT NULL,
    merchant_id         uuid NULL,
    outlet_id           uuid NULL,
    qr_id               uuid NULL,
    payment_request_id  uuid NULL,
    recorded_xid        bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    CONSTRAINT payment_pk PRIMARY KEY (payment_id),
    CONSTRAINT payment_direction_known CHECK (direction IN ('CREDIT', 'DEBIT')),
    CONSTRAINT payment_amount_positive CHECK (amount_vnd BETWEEN 1 AND 9999999999999),
    CONSTRAINT payment_reversal_is_debit CHECK (reversal_of IS NULL OR direction = 'DEBIT'),
    CONSTRAINT payment_outcome_known CHECK (outcome IN
        ('MATCHED', 'OUTLET', 'ACCOUNT', 'UNDERPAID', 'OVERPAID', 'LATE', 'REVERSED', 'UNMATCHED'))
);
CREATE INDEX payment_recorded_xid_ix ON payment (recorded_xid);
CREATE INDEX payment_merchant_ix ON payment (merchant_id, business_date, payment_id) WHERE merchant_id IS NOT NULL;
CREATE INDEX payment_request_ix ON payment (payment_request_id) WHERE payment_request_id IS NOT NULL;

-- Which payment takes back which: the first reversal of an original is the one that counts, whichever came first.
CREATE TABLE payment_reversal (
    bank_code               text NOT NULL,
    original_reference      text NOT NULL,
    reversal_payment_id     uuid NOT NULL,
    CONSTRAINT payment_reversal_pk PRIMARY KEY (bank_code, original_reference),
    CONSTRAINT payment_reversal_payment_uq UNIQUE (reversal_payment_id)
);

-- What needs a person. Its identity is rule, fingerprint and period: the same trouble never opens two.
CREATE TABLE recon_case (
    case_id         uuid NOT NULL,
    kind            text NOT NULL,
    fingerprint     text NOT NULL,
    period          date NOT NULL,
    status          text NOT NULL DEFAULT 'OPEN',
    bank_code       text NOT NULL,
    payment_id      uuid NULL,
    evidence        jsonb NOT NULL,
    opened_at       timestamptz NOT NULL,
    CONSTRAINT recon_case_pk PRIMARY KEY (case_id),
    CONSTRAINT recon_case_identity_uq UNIQUE (kind, fingerprint, period),
    CONSTRAINT recon_case_kind_known CHECK (kind IN ('UNMATCHED', 'CONFLICT', 'WRONG_ACCOUNT', 'SEVERAL_CODES',
        'AMOUNT_MISMATCH', 'MISSING_IN_STATEMENT', 'REVERSAL_WITHOUT_ORIGINAL', 'LATE')),
    CONSTRAINT recon_case_status_known CHECK (status IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED'))
);
CREATE INDEX recon_case_open_ix ON recon_case (status, opened_at, case_id);
