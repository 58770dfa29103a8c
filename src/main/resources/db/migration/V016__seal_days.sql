-- Why: a closed business day is sealed: its totals, by bank account, stand in a chain of signed documents, so that a
-- row that is changed or deleted later is found; what comes late is counted in a later day's seal, and says so.
-- Lock: SHARE on statement_line and payment (no new rows) while their indexes are built; payment's holds twins only,
-- but all rows are read. Time on 100 M rows of each: about 3 minutes. Back: drop what is created here.

-- The seals. document is the sealed text itself; hash, previous_hash and horizon are told by it. The chain never forks:
-- a hash is followed once. recorded_xid < horizon_xid tells the facts that were there when the day was sealed.
CREATE TABLE day_seal (
    business_date           date NOT NULL,
    previous_hash           text NOT NULL,
    hash                    text NOT NULL,
    document                text NOT NULL,
    signature               text NOT NULL,
    previous_horizon_xid    bigint NOT NULL,
    horizon_xid             bigint NOT NULL,
    sealed_at               timestamptz NOT NULL,
    sealed_by               uuid NOT NULL,
    recorded_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT day_seal_pk PRIMARY KEY (business_date),
    CONSTRAINT day_seal_hash_uq UNIQUE (hash),
    CONSTRAINT day_seal_previous_uq UNIQUE (previous_hash),
    CONSTRAINT day_seal_hash_fits CHECK (
        hash = encode(sha256(convert_to('phopay-seal-1' || chr(10) || document, 'UTF8')), 'hex')),
    CONSTRAINT day_seal_signature_whole CHECK (signature ~ '^[0-9a-f]{128}$'),
    CONSTRAINT day_seal_horizon_forward CHECK (horizon_xid >= previous_horizon_xid AND previous_horizon_xid >= 0)
);

-- What a seal counted: facts of part_date (the sealed day itself, or an earlier day whose seal they missed) of one bank
-- account: the bank that keeps it by its bin, whoever told of it. facts_hash covers the facts one by one. Sums may
-- outgrow bigint: nobody can stop a day from closing by that.
CREATE TABLE day_seal_total (
    business_date   date NOT NULL,
    part_date       date NOT NULL,
    bank_bin       text NOT NULL,
    account_number  text NOT NULL,
    measure         text NOT NULL,
    facts           bigint NOT NULL,
    amount_vnd      numeric(30, 0) NOT NULL,
    facts_hash      text NOT NULL,
    CONSTRAINT day_seal_total_pk PRIMARY KEY (business_date, part_date, bank_bin, account_number, measure),
    -- Totals are written before the document that is made of them, in one transaction.
    CONSTRAINT day_seal_total_seal_fk FOREIGN KEY (business_date) REFERENCES day_seal (business_date)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT day_seal_total_not_later CHECK (part_date <= business_date),
    CONSTRAINT day_seal_total_counted CHECK (facts > 0 AND amount_vnd >= 0)
);
CREATE INDEX day_seal_total_part_ix ON day_seal_total (part_date, business_date);

-- One person proposes to close a day in spite of what was found; finding is the hash of exactly that.
CREATE TABLE day_waiver (
    waiver_id       uuid NOT NULL,
    business_date   date NOT NULL,
    blocker         text NOT NULL,
    finding         text NOT NULL,
    reason          text NOT NULL,
    proposed_by     uuid NOT NULL,
    proposed_at     timestamptz NOT NULL,
    CONSTRAINT day_waiver_pk PRIMARY KEY (waiver_id),
    CONSTRAINT day_waiver_proposer_uq UNIQUE (waiver_id, business_date, blocker, proposed_by),
    CONSTRAINT day_waiver_once_uq UNIQUE (business_date, blocker, finding, proposed_by),
    CONSTRAINT day_waiver_waivable CHECK (blocker IN ('STATEMENT_MISSING', 'DRIFT'))
);

-- The waivers that a seal rests on: whoever closes the day approves, and is another person than the proposer. The
-- foreign key holds the proposer's name to the proposal's own row.
CREATE TABLE day_seal_waiver (
    business_date   date NOT NULL,
    blocker         text NOT NULL,
    waiver_id       uuid NOT NULL,
    proposed_by     uuid NOT NULL,
    approved_by     uuid NOT NULL,
    CONSTRAINT day_seal_waiver_pk PRIMARY KEY (business_date, blocker),
    CONSTRAINT day_seal_waiver_seal_fk FOREIGN KEY (business_date) REFERENCES day_seal (business_date)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT day_seal_waiver_proposal_fk FOREIGN KEY (waiver_id, business_date, blocker, proposed_by)
        REFERENCES day_waiver (waiver_id, business_date, blocker, proposed_by),
    CONSTRAINT day_seal_waiver_two_people CHECK (proposed_by <> approved_by)
);

CREATE FUNCTION keep_seals_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'what was sealed is never changed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'day_seal_frozen', TABLE = TG_TABLE_NAME;
END
$body$;
CREATE TRIGGER day_seal_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON day_seal
    FOR EACH STATEMENT EXECUTE FUNCTION keep_seals_frozen();
CREATE TRIGGER day_seal_total_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON day_seal_total
    FOR EACH STATEMENT EXECUTE FUNCTION keep_seals_frozen();
CREATE TRIGGER day_waiver_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON day_waiver
    FOR EACH STATEMENT EXECUTE FUNCTION keep_seals_frozen();
CREATE TRIGGER day_seal_waiver_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON day_seal_waiver
    FOR EACH STATEMENT EXECUTE FUNCTION keep_seals_frozen();

-- Lines by their day, by when they came, and those that differ by their payment: for totals of days and their drift.
CREATE INDEX statement_line_business_date_bx ON statement_line USING brin (business_date) WITH (autosummarize = on);
CREATE INDEX statement_line_recorded_xid_ix ON statement_line (recorded_xid);
CREATE INDEX statement_line_mismatch_ix ON statement_line (payment_id) WHERE result = 'AMOUNT_MISMATCH';
CREATE INDEX payment_twin_ix ON payment (twin_of) WHERE twin_of IS NOT NULL;

-- Everything that a seal counts, one row a fact. fact_text is its canonical text (RFC 8785 of a list of texts, which is
-- what array_to_json writes); names, memos and payers are left out, so that they can be forgotten one day without
-- breaking a seal. A twin is the same transfer again, a duplicate line the same movement: neither counts anywhere.
CREATE VIEW day_fact AS
SELECT p.business_date, p.recorded_xid, COALESCE(b.bin, '') AS bank_bin, p.account_number,
       CASE p.source WHEN 'STATEMENT' THEN 'RECOVERED_' ELSE 'CALLBACK_' END
           || CASE WHEN p.direction = 'CREDIT' THEN 'CREDIT' WHEN p.reversal_of IS NULL THEN 'DEBIT'
              ELSE 'REVERSAL' END AS measure,
       p.amount_vnd,
       array_to_json(ARRAY['payment', p.payment_id::text, p.bank_code, p.bank_reference, p.source, p.direction,
           p.reversal_of, p.account_number, p.amount_vnd::text,
           (extract(epoch FROM p.booked_at) * 1000000)::bigint::text, p.business_date::text, p.merchant_id::text,
           p.outlet_id::text, p.payment_request_id::text])::text AS fact_text
FROM payment p
LEFT JOIN bank b ON b.bank_code = p.bank_code
WHERE p.twin_of IS NULL
UNION ALL
SELECT f.business_date, f.recorded_xid, COALESCE(b.bin, ''), p.account_number, f.kind, COALESCE(f.amount_vnd, 0),
       array_to_json(ARRAY['fact', f.fact_id::text, f.kind, f.fact_key, f.payment_id::text, f.sequence::text,
           f.outcome, f.amount_vnd::text, f.merchant_id::text, f.outlet_id::text, f.payment_request_id::text,
           f.case_id::text, f.business_date::text, f.actor_id::text])::text
FROM payment_fact f
JOIN payment p ON p.payment_id = f.payment_id
LEFT JOIN bank b ON b.bank_code = p.bank_code
UNION ALL
SELECT l.business_date, l.recorded_xid, COALESCE(b.bin, ''), l.account_number, 'STATEMENT_' || l.direction,
       l.amount_vnd,
       array_to_json(ARRAY['line', l.statement_id::text, l.line_no::text, s.bank_code, l.account_number, l.direction,
           l.is_reversal::text, l.amount_vnd::text, (extract(epoch FROM l.booked_at) * 1000000)::bigint::text,
           l.business_date::text, l.bank_trace, l.tx_id, l.result, l.payment_id::text])::text
FROM statement_line l
JOIN statement s ON s.statement_id = l.statement_id
LEFT JOIN bank b ON b.bank_code = s.bank_code
WHERE l.result <> 'DUPLICATE';

-- The parts of each seal, one a business day of its facts, each with the hash over its accounts' totals. The seal's
-- document repeats them.
CREATE VIEW day_seal_part AS
SELECT business_date, part_date, count(DISTINCT (bank_bin, account_number)) AS accounts,
       encode(sha256(string_agg(
           sha256(convert_to(array_to_json(
               ARRAY[bank_bin, account_number, measure, facts::text, amount_vnd::text, facts_hash])::text, 'UTF8')),
           ''::bytea ORDER BY bank_bin COLLATE "C", account_number COLLATE "C", measure COLLATE "C")), 'hex')
           AS accounts_hash
FROM day_seal_total
GROUP BY business_date, part_date;

-- Accounts of which a whole statement of the day has come. A notice (camt.054) tells single movements and proves
-- nothing about the rest; a CSV table without a period tells of the days of its lines.
CREATE FUNCTION day_covered(day date) RETURNS TABLE (bank_bin text, account_number text)
LANGUAGE sql STABLE AS $body$
    SELECT DISTINCT b.bin, s.account_number
    FROM statement s
    JOIN bank b ON b.bank_code = s.bank_code
    WHERE s.kind <> 'CAMT054' AND s.status <> 'OPEN'
      AND (day BETWEEN s.period_from AND s.period_to
           OR s.period_to IS NULL AND EXISTS (
               SELECT FROM statement_line l WHERE l.statement_id = s.statement_id AND l.business_date = day))
$body$;

-- How callbacks and statements of a day stand to each other, one row a payment and one a line without payment, as told
-- by transactions below a horizon. A pair counts on the day of its payment, wherever its line stands (night booking).
-- On an account of which no statement of the day has come there is nothing to compare. difference_vnd: payment less
-- line, credits positive.
CREATE FUNCTION day_compared(day date, horizon bigint) RETURNS TABLE (bank_bin text, account_number text,
    payment_id uuid, statement_id uuid, line_no bigint, payment_vnd bigint, line_vnd numeric, matched integer,
    recovered integer, missing integer, mismatch integer, duplicate integer, unresolved integer,
    difference_vnd numeric)
LANGUAGE sql STABLE AS $body$
    WITH told AS (
        SELECT p.payment_id, p.bank_code, p.account_number, p.source,
               CASE p.direction WHEN 'CREDIT' THEN p.amount_vnd ELSE -p.amount_vnd END AS payment_vnd,
               l.line_vnd, COALESCE(l.differs, false) AS differs
        FROM payment p
        LEFT JOIN LATERAL (
            SELECT sum(CASE l.direction WHEN 'CREDIT' THEN l.amount_vnd ELSE -l.amount_vnd END) AS line_vnd,
                   bool_or(l.result = 'AMOUNT_MISMATCH') AS differs
            FROM (
                SELECT m.direction, m.amount_vnd, m.result FROM statement_line m
                WHERE m.payment_id = p.payment_id AND m.result IN ('MATCHED', 'RECOVERED') AND m.recorded_xid < horizon
                UNION ALL
                SELECT m.direction, m.amount_vnd, m.result FROM statement_line m
                WHERE m.payment_id = p.payment_id AND m.result = 'AMOUNT_MISMATCH' AND m.recorded_xid < horizon
                UNION ALL
                -- A line may have found, or made, what turned out to be this payment told by another sender.
                SELECT m.direction, m.amount_vnd, m.result
                FROM payment w JOIN statement_line m ON m.payment_id = w.payment_id
                WHERE w.twin_of = p.payment_id AND m.result <> 'DUPLICATE' AND m.recorded_xid < horizon
            ) l
        ) l ON true
        WHERE p.business_date = day AND p.recorded_xid < horizon AND p.twin_of IS NULL
    )
    SELECT b.bin, t.account_number, t.payment_id, NULL::uuid, NULL::bigint, t.payment_vnd, t.line_vnd,
           (t.source = 'CALLBACK' AND t.line_vnd IS NOT DISTINCT FROM t.payment_vnd)::integer,
           (t.source = 'STATEMENT')::integer,
           (t.source = 'CALLBACK' AND t.line_vnd IS NULL AND c.account_number IS NOT NULL)::integer,
           t.differs::integer, 0, 0,
           CASE WHEN c.account_number IS NOT NULL OR t.line_vnd IS NOT NULL
                THEN t.payment_vnd - COALESCE(t.line_vnd, 0) ELSE 0 END
    FROM told t
    JOIN bank b ON b.bank_code = t.bank_code
    LEFT JOIN day_covered(day) c ON c.bank_bin = b.bin AND c.account_number = t.account_number
    UNION ALL
    SELECT b.bin, l.account_number, NULL, l.statement_id, l.line_no, NULL,
           CASE l.direction WHEN 'CREDIT' THEN l.amount_vnd ELSE -l.amount_vnd END, 0, 0, 0, 0,
           (l.result = 'DUPLICATE')::integer, (l.result = 'AMBIGUOUS')::integer,
           CASE WHEN l.result = 'DUPLICATE' THEN 0 WHEN l.direction = 'CREDIT' THEN -l.amount_vnd
                ELSE l.amount_vnd END
    FROM statement_line l
    JOIN statement s ON s.statement_id = l.statement_id
    JOIN bank b ON b.bank_code = s.bank_code
    WHERE l.business_date = day AND l.recorded_xid < horizon AND l.result IN ('DUPLICATE', 'AMBIGUOUS')
$body$;

-- The same by bank account. net_vnd: payments less lines. absolute_vnd: each difference as a positive number, so that
-- two errors do not cancel.
CREATE FUNCTION day_drift(day date, horizon bigint) RETURNS TABLE (bank_bin text, account_number text, matched bigint,
    recovered bigint, missing bigint, mismatch bigint, duplicate bigint, unresolved bigint, net_vnd numeric,
    absolute_vnd numeric)
LANGUAGE sql STABLE AS $body$
    SELECT c.bank_bin, c.account_number, sum(c.matched), sum(c.recovered), sum(c.missing), sum(c.mismatch),
           sum(c.duplicate), sum(c.unresolved), sum(c.difference_vnd), sum(abs(c.difference_vnd))
    FROM day_compared(day, horizon) c
    GROUP BY c.bank_bin, c.account_number
$body$;
