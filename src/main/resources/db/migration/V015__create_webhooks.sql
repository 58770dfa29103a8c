-- Why: merchants are told what happens to their payments: live, and by webhooks. One view says what is told, so that
-- streams, webhooks and checks cannot differ; deliveries are made by reading it in commit order, so that the writer of
-- payments does nothing for them.
-- Lock: none on existing tables; the watermark starts at the oldest running transaction, because nobody has asked to be
-- told of anything before. Time on 100 M rows: nothing is read. Back: drop what is created here.

-- What merchants are told, by the transaction that recorded it. Rows are never changed and never leave, and what a row says
-- depends on earlier rows alone. Twins are nobody's (payment_twin_unattributed), so nobody is told of them.
CREATE VIEW merchant_event AS
-- Payments and reversals as they were recorded.
SELECT p.recorded_xid, p.payment_id AS event_key, p.merchant_id, p.payment_id,
       CASE p.outcome WHEN 'REVERSED' THEN 'payment.reversed' ELSE 'payment.received' END AS event_kind,
       -- What it made of a request then, whatever happened to it since.
       p.outcome AS event_outcome, p.payment_request_id AS event_request_id, p.recorded_at AS event_at
FROM payment p
WHERE p.merchant_id IS NOT NULL
UNION ALL
-- Payments that were told as received and are taken back by a debit that is itself nobody's: by way of a twin.
SELECT v.recorded_xid, v.reversal_payment_id, holder.merchant_id, o.payment_id, 'payment.reversed', NULL, NULL,
       GREATEST(d.recorded_at, o.recorded_at)
FROM payment_reversal v
JOIN payment d ON d.payment_id = v.reversal_payment_id
JOIN payment_key k ON k.bank_code = v.bank_code AND k.bank_reference = v.original_reference
JOIN payment o ON o.payment_id = k.payment_id AND o.direction = 'CREDIT' AND o.account_number = v.account_number
    AND o.amount_vnd = v.amount_vnd
LEFT JOIN LATERAL (
    SELECT a.sequence, a.merchant_id
    FROM payment_fact a
    WHERE a.payment_id = o.payment_id AND a.kind = 'ASSIGNMENT' AND a.recorded_xid <= v.recorded_xid
    ORDER BY a.sequence DESC
    LIMIT 1) earlier ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN earlier.sequence IS NULL THEN o.merchant_id ELSE earlier.merchant_id END AS merchant_id) holder
WHERE d.merchant_id IS NULL AND o.outcome <> 'REVERSED' AND holder.merchant_id IS NOT NULL
UNION ALL
-- Of an assignment the merchant that gets the payment is told, and the one that loses it; of a refund whoever has it.
SELECT f.recorded_xid, f.fact_id, told.merchant_id, f.payment_id, told.event_kind,
       CASE told.event_kind WHEN 'payment.assigned' THEN f.outcome END,
       CASE told.event_kind WHEN 'payment.assigned' THEN f.payment_request_id END, f.recorded_at
FROM payment_fact f
JOIN payment p ON p.payment_id = f.payment_id
LEFT JOIN LATERAL (
    -- The assignment that held before; facts of one payment are recorded one after the other, under its lock.
    SELECT a.sequence, a.merchant_id
    FROM payment_fact a
    WHERE a.payment_id = f.payment_id AND a.kind = 'ASSIGNMENT' AND a.fact_id <> f.fact_id
      AND (a.recorded_xid, a.fact_id) < (f.recorded_xid, f.fact_id)
    ORDER BY a.sequence DESC
    LIMIT 1) earlier ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN earlier.sequence IS NULL THEN p.merchant_id ELSE earlier.merchant_id END AS merchant_id) holder
CROSS JOIN LATERAL (VALUES
    (CASE WHEN f.kind = 'ASSIGNMENT' THEN f.merchant_id END, 'payment.assigned'),
    (CASE WHEN f.kind = 'ASSIGNMENT' AND holder.merchant_id IS DISTINCT FROM f.merchant_id THEN holder.merchant_id END,
     'payment.unassigned'),
    (CASE WHEN f.kind = 'REFUND' THEN holder.merchant_id END, 'payment.refunded')) AS told (merchant_id, event_kind)
WHERE told.merchant_id IS NOT NULL AND (f.kind = 'REFUND' OR earlier.sequence IS NULL OR earlier.sequence < f.sequence);

-- A payment as one merchant is told of it now: as its list shows it while it is the merchant's; nobody's otherwise, because
-- whose it is since is none of the merchant's business.
CREATE FUNCTION told_payment(payment uuid, listener uuid)
RETURNS TABLE (payment_id uuid, bank_code text, bank_reference text, direction text, amount_vnd bigint, memo text,
               booked_at timestamptz, received_at timestamptz, recorded_at timestamptz, business_date date,
               payer_account text, virtual_account text, bank_trace text, source text, twin_of uuid, outcome text,
               outlet_id uuid, qr_id uuid, payment_request_id uuid, assigned boolean, reversed boolean,
               refunded_vnd bigint, suggested_request_id uuid)
LANGUAGE sql STABLE AS $body$
    SELECT p.payment_id, p.bank_code, p.bank_reference, p.direction, p.amount_vnd, p.memo, p.booked_at, p.received_at,
           p.recorded_at, p.business_date, p.payer_account, p.virtual_account, p.bank_trace, p.source, p.twin_of,
           CASE WHEN own.is_own THEN own.outcome ELSE 'UNMATCHED' END,
           CASE WHEN own.is_own THEN own.outlet_id END,
           CASE WHEN own.is_own THEN own.qr_id END,
           CASE WHEN own.is_own THEN own.payment_request_id END,
           own.is_own AND COALESCE(own.sequence > 0, false),
           p.direction = 'CREDIT' AND EXISTS (
             SELECT FROM payment_reversal v
             WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
               AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd),
           (SELECT COALESCE(sum(f.amount_vnd), 0)::bigint FROM payment_fact f
            WHERE f.payment_id = p.payment_id AND f.kind = 'REFUND'),
           CASE WHEN own.is_own AND own.outcome = 'ACCOUNT' AND p.direction = 'CREDIT'
                THEN payment_suggestion(p.bank_code, p.account_number, p.virtual_account, p.amount_vnd, p.booked_at) END
    FROM payment p
    LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
    CROSS JOIN LATERAL (
        SELECT a.sequence,
               CASE WHEN a.sequence IS NULL THEN p.merchant_id ELSE a.merchant_id END IS NOT DISTINCT FROM listener AS is_own,
               CASE WHEN a.sequence IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
               CASE WHEN a.sequence IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
               CASE WHEN a.sequence IS NULL THEN p.qr_id ELSE a.qr_id END AS qr_id,
               CASE WHEN a.sequence IS NULL THEN p.payment_request_id ELSE a.payment_request_id END
                   AS payment_request_id) own
    WHERE p.payment_id = payment
$body$;

CREATE TABLE webhook_endpoint (
    endpoint_id     uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    url             text NOT NULL,
    events          text[] NOT NULL,
    -- OWNER: switched off by hand. GONE: its receiver answered 410.
    disabled_reason text NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    deleted_at      timestamptz NULL,
    version         bigint NOT NULL DEFAULT 1,
    -- Since when it is on. Events of earlier transactions are none of its business; later ones cannot be missed: the relay never passes a
    -- transaction that still runs.
    joined_xid      bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    -- Since when it is told what it is told now.
    changed_xid     bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    CONSTRAINT webhook_endpoint_pk PRIMARY KEY (endpoint_id),
    CONSTRAINT webhook_endpoint_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT webhook_endpoint_url_sized CHECK (length(url) BETWEEN 1 AND 2048),
    CONSTRAINT webhook_endpoint_events_counted CHECK (cardinality(events) BETWEEN 1 AND 32),
    CONSTRAINT webhook_endpoint_reason_known CHECK (disabled_reason IN ('OWNER', 'GONE'))
);
CREATE INDEX webhook_endpoint_merchant_ix ON webhook_endpoint (merchant_id, endpoint_id) WHERE deleted_at IS NULL;

-- Signing secrets. Every one that has not expired signs, so that a rotation loses nothing.
CREATE TABLE webhook_secret (
    secret_id       uuid NOT NULL,
    endpoint_id     uuid NOT NULL,
    secret          bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NULL,
    CONSTRAINT webhook_secret_pk PRIMARY KEY (secret_id),
    CONSTRAINT webhook_secret_endpoint_fk FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (endpoint_id),
    CONSTRAINT webhook_secret_sized CHECK (octet_length(secret) BETWEEN 24 AND 64)
);
CREATE UNIQUE INDEX webhook_secret_current_uq ON webhook_secret (endpoint_id) WHERE expires_at IS NULL;
CREATE INDEX webhook_secret_endpoint_ix ON webhook_secret (endpoint_id);

-- What moves often, apart from what the owner edits. due_at: when somebody has to look; NULL while nothing waits. Who
-- holds the lease is the only one who sends to this endpoint.
CREATE TABLE webhook_queue (
    endpoint_id     uuid NOT NULL,
    last_sequence   bigint NOT NULL DEFAULT 0,
    -- Of the log that is still kept: its first number; and the last transaction of what is not kept any more.
    first_sequence  bigint NOT NULL DEFAULT 1,
    purged_xid      bigint NOT NULL DEFAULT 0,
    due_at          timestamptz NULL,
    paused_until    timestamptz NULL,
    failures        integer NOT NULL DEFAULT 0,
    lease_id        uuid NULL,
    lease_until     timestamptz NULL,
    CONSTRAINT webhook_queue_pk PRIMARY KEY (endpoint_id),
    CONSTRAINT webhook_queue_endpoint_fk FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (endpoint_id),
    CONSTRAINT webhook_queue_failures_counted CHECK (failures >= 0),
    CONSTRAINT webhook_queue_lease_whole CHECK ((lease_id IS NULL) = (lease_until IS NULL))
);
CREATE INDEX webhook_queue_due_ix ON webhook_queue (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE webhook_delivery (
    delivery_id     uuid NOT NULL,
    endpoint_id     uuid NOT NULL,
    sequence        bigint NOT NULL,
    event_id        text NOT NULL,
    event_type      text NOT NULL,
    -- The event; NULL for a ping.
    event_xid       bigint NULL,
    event_key       uuid NULL,
    payment_id      uuid NULL,
    payload         text NOT NULL,
    status          text NOT NULL DEFAULT 'SCHEDULED',
    attempts        integer NOT NULL DEFAULT 0,
    -- Failed attempts since it was last scheduled anew: pauses grow with them.
    failures        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NULL,
    give_up_at      timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz NULL,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (delivery_id),
    CONSTRAINT webhook_delivery_endpoint_fk FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (endpoint_id),
    CONSTRAINT webhook_delivery_event_uq UNIQUE (endpoint_id, event_id),
    CONSTRAINT webhook_delivery_sequence_uq UNIQUE (endpoint_id, sequence),
    CONSTRAINT webhook_delivery_status_known CHECK (status IN ('SCHEDULED', 'DELIVERED', 'DEAD')),
    CONSTRAINT webhook_delivery_scheduled CHECK ((status = 'SCHEDULED') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_finished CHECK ((status = 'SCHEDULED') = (finished_at IS NULL)),
    CONSTRAINT webhook_delivery_attempts_counted CHECK (attempts >= failures AND failures >= 0)
);
CREATE INDEX webhook_delivery_due_ix ON webhook_delivery (endpoint_id, next_attempt_at, sequence)
    WHERE status = 'SCHEDULED';
CREATE INDEX webhook_delivery_give_up_ix ON webhook_delivery (give_up_at) WHERE status = 'SCHEDULED';
CREATE INDEX webhook_delivery_dead_ix ON webhook_delivery (endpoint_id, sequence) WHERE status = 'DEAD';

CREATE TABLE webhook_attempt (
    delivery_id     uuid NOT NULL,
    attempt         integer NOT NULL,
    attempted_at    timestamptz NOT NULL,
    duration_ms     integer NOT NULL,
    status_code     integer NULL,
    error           text NULL,
    response        text NULL,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (delivery_id, attempt),
    CONSTRAINT webhook_attempt_delivery_fk FOREIGN KEY (delivery_id) REFERENCES webhook_delivery (delivery_id),
    CONSTRAINT webhook_attempt_told CHECK (num_nonnulls(status_code, error) >= 1)
);

CREATE TABLE webhook_watermark (
    only_row    boolean NOT NULL DEFAULT true,
    relayed_xid bigint NOT NULL,
    relayed_at  timestamptz NOT NULL,
    CONSTRAINT webhook_watermark_pk PRIMARY KEY (only_row),
    CONSTRAINT webhook_watermark_single CHECK (only_row)
);
INSERT INTO webhook_watermark (relayed_xid, relayed_at)
VALUES (pg_snapshot_xmin(pg_current_snapshot())::text::bigint, now());
