-- Why: statements are the second source beside callbacks: each line finds its payment or makes it, each payment its line.
-- Lock: none on what exists but SHARE on payment (no writes) while its partial index is built; it holds only payments of
-- nobody. Time on 100 M payments: about 1 minute for that index. Back: drop what is created here.

-- A file as it was sent. Its bytes are kept until it is imported; what they were is told by their digest for ever.
-- lines_done and pass: how far the import has come; it goes on from there after a crash, by whoever holds the lease.
CREATE TABLE statement_upload (
    upload_id       uuid NOT NULL,
    bank_code       text NOT NULL,
    format          text NOT NULL,
    sha256          bytea NOT NULL,
    size_bytes      bigint NOT NULL,
    status          text NOT NULL DEFAULT 'RECEIVED',
    received_at     timestamptz NOT NULL,
    received_by     uuid NULL,
    bank_key_id     uuid NULL,
    pass            smallint NOT NULL DEFAULT 1,
    lines_total     bigint NULL,
    lines_done      bigint NOT NULL DEFAULT 0,
    repeated_lines  bigint NOT NULL DEFAULT 0,
    failures        integer NOT NULL DEFAULT 0,
    fault_place     text NULL,
    fault_detail    text NULL,
    leased_by       uuid NULL,
    leased_until    timestamptz NULL,
    finished_at     timestamptz NULL,
    CONSTRAINT statement_upload_pk PRIMARY KEY (upload_id),
    CONSTRAINT statement_upload_digest_uq UNIQUE (bank_code, sha256),
    CONSTRAINT statement_upload_bank_fk FOREIGN KEY (bank_code) REFERENCES bank (bank_code),
    CONSTRAINT statement_upload_format_known CHECK (format IN ('CAMT', 'CSV')),
    CONSTRAINT statement_upload_digest_sized CHECK (octet_length(sha256) = 32),
    CONSTRAINT statement_upload_status_known CHECK (status IN ('RECEIVED', 'IMPORTING', 'IMPORTED', 'FAILED')),
    CONSTRAINT statement_upload_pass_known CHECK (pass IN (1, 2)),
    CONSTRAINT statement_upload_sender_known CHECK (num_nonnulls(received_by, bank_key_id) = 1),
    CONSTRAINT statement_upload_fault_whole CHECK ((status = 'FAILED') = (fault_detail IS NOT NULL))
);
CREATE INDEX statement_upload_undone_ix ON statement_upload (upload_id) WHERE status IN ('RECEIVED', 'IMPORTING');
CREATE INDEX statement_upload_bank_ix ON statement_upload (bank_code, upload_id);

-- A statement of one account. Bank, account and the bank's own id of it are its identity. Counters are folds over its
-- lines, moved in the transaction that adds them; told_lines counts those still pending, too. The result columns do not.
CREATE TABLE statement (
    statement_id    uuid NOT NULL,
    upload_id       uuid NOT NULL,
    bank_code       text NOT NULL,
    account_number  text NOT NULL,
    reference       text NOT NULL,
    kind            text NOT NULL,
    sequence        bigint NULL,
    period_from     date NULL,
    period_to       date NULL,
    opening_vnd     bigint NULL,
    closing_vnd     bigint NULL,
    status          text NOT NULL DEFAULT 'OPEN',
    told_lines      bigint NOT NULL DEFAULT 0,
    credits_vnd     bigint NOT NULL DEFAULT 0,
    debits_vnd      bigint NOT NULL DEFAULT 0,
    matched         bigint NOT NULL DEFAULT 0,
    recovered       bigint NOT NULL DEFAULT 0,
    amount_mismatch bigint NOT NULL DEFAULT 0,
    ambiguous       bigint NOT NULL DEFAULT 0,
    duplicates      bigint NOT NULL DEFAULT 0,
    swept_on        date NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT statement_pk PRIMARY KEY (statement_id),
    CONSTRAINT statement_identity_uq UNIQUE (bank_code, account_number, reference),
    CONSTRAINT statement_upload_fk FOREIGN KEY (upload_id) REFERENCES statement_upload (upload_id),
    CONSTRAINT statement_kind_known CHECK (kind IN ('CAMT053', 'CAMT054', 'CSV')),
    CONSTRAINT statement_status_known CHECK (status IN ('OPEN', 'BALANCED', 'UNBALANCED', 'UNCHECKED', 'CORRECTED')),
    CONSTRAINT statement_period_ordered CHECK (period_to >= period_from)
);
CREATE INDEX statement_upload_ix ON statement (upload_id);
CREATE INDEX statement_account_ix ON statement (bank_code, account_number, kind, sequence);
CREATE INDEX statement_period_ix ON statement (period_to);

-- One booked movement as a statement tells it. INSERT only. result: its payment is found (MATCHED), made (RECOVERED),
-- told before by another statement (DUPLICATE), differs in amount (AMOUNT_MISMATCH), or a person must say (AMBIGUOUS).
CREATE TABLE statement_line (
    statement_id    uuid NOT NULL,
    line_no         bigint NOT NULL,
    account_number  text NOT NULL,
    bank_trace      text NULL,
    tx_id           text NULL,
    direction       text NOT NULL,
    is_reversal     boolean NOT NULL,
    amount_vnd      bigint NOT NULL,
    booked_at       timestamptz NOT NULL,
    is_exact        boolean NOT NULL,
    business_date   date NOT NULL,
    memo            text NOT NULL,
    payer_reference text NULL,
    payer_name      text NULL,
    payer_account   text NULL,
    balance_vnd     bigint NULL,
    result          text NOT NULL,
    payment_id      uuid NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    recorded_xid    bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    CONSTRAINT statement_line_pk PRIMARY KEY (statement_id, line_no),
    CONSTRAINT statement_line_statement_fk FOREIGN KEY (statement_id) REFERENCES statement (statement_id),
    CONSTRAINT statement_line_direction_known CHECK (direction IN ('CREDIT', 'DEBIT')),
    CONSTRAINT statement_line_amount_positive CHECK (amount_vnd BETWEEN 1 AND 9999999999999),
    CONSTRAINT statement_line_result_known CHECK (
        result IN ('MATCHED', 'RECOVERED', 'AMOUNT_MISMATCH', 'AMBIGUOUS', 'DUPLICATE')),
    CONSTRAINT statement_line_payment_fits CHECK ((result = 'AMBIGUOUS') = (payment_id IS NULL))
);
-- A payment is told by one line; every further one is a duplicate.
CREATE UNIQUE INDEX statement_line_payment_uq ON statement_line (payment_id) WHERE result IN ('MATCHED', 'RECOVERED');

-- Lines that no reference led to a payment: they wait until all lines of their file were looked at, because only then it
-- is known which payments are left. A queue: rows are taken out as they become lines.
CREATE TABLE statement_line_pending (
    upload_id       uuid NOT NULL,
    statement_id    uuid NOT NULL,
    line_no         bigint NOT NULL,
    account_number  text NOT NULL,
    bank_trace      text NULL,
    tx_id           text NULL,
    direction       text NOT NULL,
    is_reversal     boolean NOT NULL,
    amount_vnd      bigint NOT NULL,
    booked_at       timestamptz NOT NULL,
    is_exact        boolean NOT NULL,
    business_date   date NOT NULL,
    memo            text NOT NULL,
    payer_reference text NULL,
    payer_name      text NULL,
    payer_account   text NULL,
    balance_vnd     bigint NULL,
    CONSTRAINT statement_line_pending_pk PRIMARY KEY (statement_id, line_no)
);
CREATE INDEX statement_line_pending_order_ix
    ON statement_line_pending (upload_id, account_number, booked_at, statement_id, line_no);
CREATE INDEX statement_line_pending_account_ix ON statement_line_pending (account_number, amount_vnd, booked_at);

-- The payments that waiting lines of an upload may be about, gathered once when all its lines were held against traces:
-- looking through an account's days again for every thousand lines would take the square of their number.
CREATE TABLE statement_candidate (
    upload_id       uuid NOT NULL,
    account_number  text NOT NULL,
    amount_vnd      bigint NOT NULL,
    direction       text NOT NULL,
    payment_id      uuid NOT NULL,
    CONSTRAINT statement_candidate_pk PRIMARY KEY (upload_id, account_number, amount_vnd, direction, payment_id)
);

-- Payments of nobody are looked for by their account, those of merchants by payment_merchant_ix.
CREATE INDEX payment_unowned_ix ON payment (account_number, business_date) WHERE merchant_id IS NULL;
