-- Why: any page reads any metric of any scope and period by its key, whatever the number of outlets and payments.
-- Lock: SHARE ROW EXCLUSIVE for an instant on the tables that get triggers; SHARE (no writes) on self_check,
-- safety_report, merchant and recon_case while a small index is built. Time on 100 M rows: seconds; the first
-- computation of a year some hours in the background. Back: drop the triggers, functions, tables and indexes.

-- The measures of one scope in one business day, ISO week or month: whole numbers by name, see metrics/metrics.json.
CREATE TABLE figure (
    scope_id        text NOT NULL,
    interval        text NOT NULL,
    period_start    date NOT NULL,
    measures        jsonb NOT NULL,
    computed_at     timestamptz NOT NULL,
    CONSTRAINT figure_pk PRIMARY KEY (scope_id, interval, period_start),
    CONSTRAINT figure_interval_known CHECK (interval IN ('DAY', 'WEEK', 'MONTH')),
    CONSTRAINT figure_week_starts CHECK (interval <> 'WEEK' OR extract(isodow FROM period_start) = 1),
    CONSTRAINT figure_month_starts CHECK (interval <> 'MONTH' OR extract(day FROM period_start) = 1)
);
CREATE INDEX figure_period_ix ON figure (interval, period_start, scope_id text_pattern_ops);

-- What quantiles of several days are merged from.
CREATE TABLE figure_sketch (
    scope_id        text NOT NULL,
    business_date   date NOT NULL,
    name            text NOT NULL,
    sketch          bytea NOT NULL,
    CONSTRAINT figure_sketch_pk PRIMARY KEY (scope_id, name, business_date)
);
CREATE INDEX figure_sketch_date_ix ON figure_sketch (business_date);

-- One row: counts every change of any figure, so that whoever holds an answer knows whether it is still true.
CREATE TABLE figure_edition (
    only_row    boolean NOT NULL DEFAULT true,
    edition     bigint NOT NULL,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT figure_edition_pk PRIMARY KEY (only_row),
    CONSTRAINT figure_edition_single CHECK (only_row)
);
INSERT INTO figure_edition (edition, changed_at) VALUES (0, now());

-- What was changed since figures were last made of it: days whose figures are to be computed anew. Append-only between
-- runs, so that no writer waits for another; a mark commits with the change it marks, so a change that a computation
-- could not see has a mark that this computation could not take. day_to may be infinity: every day from then on.
CREATE TABLE figure_mark (
    mark_id     bigint GENERATED ALWAYS AS IDENTITY,
    day_from    date NOT NULL,
    day_to      date NOT NULL,
    CONSTRAINT figure_mark_pk PRIMARY KEY (mark_id),
    CONSTRAINT figure_mark_ordered CHECK (day_to >= day_from)
);

-- Every day from the first that has facts up to today. dirty_since: since when its figures are known to be out of date.
CREATE TABLE figure_day (
    business_date   date NOT NULL,
    dirty_since     timestamptz NULL,
    computed_at     timestamptz NULL,
    CONSTRAINT figure_day_pk PRIMARY KEY (business_date),
    CONSTRAINT figure_day_dirty_until_computed CHECK (num_nonnulls(computed_at, dirty_since) >= 1)
);
CREATE INDEX figure_day_dirty_ix ON figure_day (business_date) INCLUDE (dirty_since) WHERE dirty_since IS NOT NULL;

-- What a merchant's category was before it was changed: the category of a past day is the first change's after it.
CREATE TABLE merchant_category_change (
    merchant_id     uuid NOT NULL,
    sequence        bigint GENERATED ALWAYS AS IDENTITY,
    from_category   text NOT NULL,
    business_date   date NOT NULL,
    CONSTRAINT merchant_category_change_pk PRIMARY KEY (merchant_id, sequence)
);

-- What of a bank's calls leaves no row elsewhere, by the day of receipt. Written from memory every few seconds.
CREATE TABLE bank_day_tally (
    bank_code       text NOT NULL,
    business_date   date NOT NULL,
    bad_signatures  bigint NOT NULL,
    duplicates      bigint NOT NULL,
    CONSTRAINT bank_day_tally_pk PRIMARY KEY (bank_code, business_date),
    CONSTRAINT bank_day_tally_bank_fk FOREIGN KEY (bank_code) REFERENCES bank (bank_code),
    CONSTRAINT bank_day_tally_counted CHECK (bad_signatures >= 0 AND duplicates >= 0)
);

CREATE FUNCTION business_day(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT (moment AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
$body$;
CREATE FUNCTION business_day_start(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
$body$;

-- The payments of a day that count, as far as they stand in the rollups: credits that are no twins, less reversals, by
-- the latest assignment. The same rule as fold_window.sql.
CREATE FUNCTION figure_credit(day date)
RETURNS TABLE (payment_id uuid, outlet_id uuid, amount_vnd bigint, booked_at timestamptz, payment_request_id uuid)
LANGUAGE sql STABLE AS $body$
    SELECT p.payment_id, CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END, p.amount_vnd, p.booked_at,
           CASE WHEN a.outcome IS NULL THEN p.payment_request_id ELSE a.payment_request_id END
    FROM payment p
    LEFT JOIN LATERAL (
        SELECT f.outcome, f.outlet_id, f.payment_request_id FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'ASSIGNMENT'
          AND f.recorded_xid < (SELECT folded_xid FROM adoption_watermark)
        ORDER BY f.sequence DESC LIMIT 1) a ON true
    WHERE p.business_date = day AND p.direction = 'CREDIT' AND p.twin_of IS NULL
      AND p.recorded_xid < (SELECT folded_xid FROM adoption_watermark)
      AND CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END <> 'UNMATCHED'
      AND CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM payment_reversal v
        WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
          AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd
          AND v.recorded_xid < (SELECT folded_xid FROM adoption_watermark))
$body$;

-- The category of every merchant as of a day.
CREATE FUNCTION merchant_category_on(day date) RETURNS TABLE (merchant_id uuid, category_code text)
LANGUAGE sql STABLE AS $body$
    SELECT m.merchant_id, COALESCE(later.from_category, m.category_code)
    FROM merchant m
    LEFT JOIN (
        SELECT DISTINCT ON (c.merchant_id) c.merchant_id, c.from_category FROM merchant_category_change c
        WHERE c.business_date > day ORDER BY c.merchant_id, c.sequence) later USING (merchant_id)
$body$;

-- When each walking zone is open: nothing is known before calendars are kept (V024).
CREATE VIEW figure_zone_hours AS
SELECT ''::text AS zone_place_id, '-infinity'::date AS business_date, now() AS opens_at, now() AS closes_at WHERE false;

-- What marks days. The payments are marked by the fold, which alone moves their watermark.
CREATE FUNCTION mark_figures(first_day date, last_day date) RETURNS void LANGUAGE sql AS $body$
    INSERT INTO figure_mark (day_from, day_to) VALUES (first_day, last_day)
$body$;

CREATE FUNCTION mark_figures_of_rows() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'payment_request' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_date, business_date FROM written;
        WHEN 'self_check' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_date, business_date + 6 FROM written WHERE verdict = 'GREEN';
        WHEN 'safety_report' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_date, business_date FROM written;
        WHEN 'qr_code' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_date, 'infinity'::date FROM written;
        WHEN 'qr_revocation' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_day(revoked_at), 'infinity'::date FROM written;
        WHEN 'merchant_transition' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_date, 'infinity'::date FROM written;
        WHEN 'merchant' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_day(created_at), 'infinity'::date FROM written;
        WHEN 'recon_case' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_day(opened_at), 'infinity'::date FROM written WHERE kind = 'UNMATCHED';
        WHEN 'bank' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_day(created_at), 'infinity'::date FROM written;
        WHEN 'zone_open_day' THEN
            INSERT INTO figure_mark (day_from, day_to)
            SELECT DISTINCT business_date, business_date FROM written;
    END CASE;
    RETURN NULL;
END
$body$;
CREATE TRIGGER payment_request_marks_figures AFTER INSERT ON payment_request REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER self_check_marks_figures AFTER INSERT ON self_check REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER safety_report_marks_figures AFTER INSERT ON safety_report REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER qr_code_marks_figures AFTER INSERT ON qr_code REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER qr_revocation_marks_figures AFTER INSERT ON qr_revocation REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER merchant_marks_figures AFTER INSERT ON merchant REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER merchant_transition_marks_figures AFTER INSERT ON merchant_transition REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER recon_case_marks_figures AFTER INSERT ON recon_case REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER bank_marks_figures AFTER INSERT ON bank REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();

CREATE FUNCTION mark_figures_of_resolved_case() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    PERFORM mark_figures(business_day(NEW.resolved_at), 'infinity');
    RETURN NULL;
END
$body$;
CREATE TRIGGER recon_case_resolved_marks_figures AFTER UPDATE ON recon_case FOR EACH ROW
    WHEN (NEW.resolved_at IS NOT NULL AND OLD.resolved_at IS NULL AND NEW.kind IN ('UNMATCHED', 'CODE_TAMPERED'))
    EXECUTE FUNCTION mark_figures_of_resolved_case();

-- An outlet's first location holds from for ever, so its change concerns every day of the outlet.
CREATE FUNCTION mark_figures_of_location() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    outlet_of uuid := COALESCE(NEW.outlet_id, OLD.outlet_id);
    changed_from date := LEAST(NEW.valid_from, OLD.valid_from);
BEGIN
    PERFORM mark_figures(
        CASE WHEN EXISTS (SELECT FROM outlet_location WHERE outlet_id = outlet_of AND valid_from < changed_from)
            THEN changed_from
            ELSE LEAST(changed_from, (SELECT business_day(created_at) FROM outlet WHERE outlet_id = outlet_of)) END,
        'infinity');
    RETURN NULL;
END
$body$;
CREATE TRIGGER outlet_location_written_marks_figures AFTER INSERT OR DELETE ON outlet_location
    FOR EACH ROW EXECUTE FUNCTION mark_figures_of_location();
CREATE TRIGGER outlet_location_moved_marks_figures AFTER UPDATE ON outlet_location FOR EACH ROW
    WHEN ((OLD.valid_from, OLD.district_place_id, OLD.ward_place_id, OLD.street_place_id)
        IS DISTINCT FROM (NEW.valid_from, NEW.district_place_id, NEW.ward_place_id, NEW.street_place_id))
    EXECUTE FUNCTION mark_figures_of_location();

CREATE FUNCTION keep_merchant_category() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO merchant_category_change (merchant_id, from_category, business_date)
    VALUES (OLD.merchant_id, OLD.category_code, business_day(NEW.updated_at));
    PERFORM mark_figures(business_day(NEW.updated_at), 'infinity');
    RETURN NULL;
END
$body$;
CREATE TRIGGER merchant_category_kept AFTER UPDATE ON merchant FOR EACH ROW
    WHEN (NEW.category_code <> OLD.category_code) EXECUTE FUNCTION keep_merchant_category();

-- Places, what lies in them and what is aimed at there: rare, so each row marks for itself.
CREATE FUNCTION mark_figures_from_validity() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    PERFORM mark_figures(LEAST(NEW.valid_from, OLD.valid_from), 'infinity');
    RETURN NULL;
END
$body$;
CREATE TRIGGER place_written_marks_figures AFTER INSERT OR DELETE ON place
    FOR EACH ROW EXECUTE FUNCTION mark_figures_from_validity();
CREATE TRIGGER place_changed_marks_figures AFTER UPDATE ON place FOR EACH ROW
    WHEN ((OLD.kind, OLD.valid_from, OLD.valid_to) IS DISTINCT FROM (NEW.kind, NEW.valid_from, NEW.valid_to))
    EXECUTE FUNCTION mark_figures_from_validity();
CREATE TRIGGER place_member_written_marks_figures AFTER INSERT OR DELETE ON place_member
    FOR EACH ROW EXECUTE FUNCTION mark_figures_from_validity();
CREATE TRIGGER place_member_changed_marks_figures AFTER UPDATE ON place_member FOR EACH ROW
    WHEN ((OLD.container_place_id, OLD.valid_from, OLD.valid_to)
        IS DISTINCT FROM (NEW.container_place_id, NEW.valid_from, NEW.valid_to))
    EXECUTE FUNCTION mark_figures_from_validity();
CREATE TRIGGER baseline_marks_figures AFTER INSERT OR UPDATE OR DELETE ON baseline
    FOR EACH ROW EXECUTE FUNCTION mark_figures_from_validity();

CREATE FUNCTION mark_figures_of_tally() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    PERFORM mark_figures(NEW.business_date, NEW.business_date);
    RETURN NULL;
END
$body$;
CREATE TRIGGER bank_day_tally_marks_figures AFTER INSERT OR UPDATE ON bank_day_tally
    FOR EACH ROW EXECUTE FUNCTION mark_figures_of_tally();

-- What the computation of a day looks for.
CREATE INDEX self_check_green_date_ix ON self_check (business_date, outlet_id) WHERE verdict = 'GREEN';
CREATE INDEX safety_report_date_ix ON safety_report (business_date);
CREATE INDEX merchant_created_ix ON merchant (created_at);
CREATE INDEX recon_case_resolved_ix ON recon_case (kind, resolved_at);

-- Whatever is there already has figures to come.
INSERT INTO figure_mark (day_from, day_to) VALUES ('-infinity', 'infinity');
