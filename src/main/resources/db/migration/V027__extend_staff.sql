-- Why: the city's desks: (1) staff whose role, districts or access change, guarded by the database against losing the last
-- administrator and against anybody changing himself; (2) the audit log searched by time, person and deed; (3) shops that
-- look like one that is there already, for whoever approves; (4) reports of pasted-over codes, and who checks his own.
-- Lock: ACCESS EXCLUSIVE on staff for an instant (its rows are some hundreds); SHARE on the other tables
-- while their indexes are built. Time on 100 M payments: a minute for the audit log, no payment is read. Back: drop the
-- trigger, the function, the indexes and the columns.

-- version counts changes. last_login_at moves with each log-in. ended_at: from then on the person cannot log in; the row
-- stays, because the audit log names it.
ALTER TABLE staff
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    ADD COLUMN changed_at timestamptz NULL,
    ADD COLUMN changed_by uuid NULL,
    ADD COLUMN ended_at timestamptz NULL,
    ADD COLUMN last_login_at timestamptz NULL,
    ADD CONSTRAINT staff_changed_by_another CHECK (changed_by <> staff_id),
    ADD CONSTRAINT staff_changed_whole CHECK ((changed_at IS NULL) = (changed_by IS NULL)),
    ADD CONSTRAINT staff_ended_by_somebody CHECK (ended_at IS NULL OR changed_by IS NOT NULL),
    ADD CONSTRAINT staff_version_counted CHECK (version >= 1);

-- Somebody must be able to let others in, in every district. Of two who take each other's place away at once the second
-- waits at the lock and then sees what the first one left.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF OLD.role = 'ADMIN' AND OLD.ended_at IS NULL AND OLD.district_codes = '{}'
        AND (NEW.role <> 'ADMIN' OR NEW.ended_at IS NOT NULL OR NEW.district_codes <> '{}') THEN
        PERFORM pg_advisory_xact_lock(7237111, 27);
        IF NOT EXISTS (SELECT FROM staff WHERE role = 'ADMIN' AND ended_at IS NULL AND district_codes = '{}'
                       AND staff_id <> OLD.staff_id) THEN
            RAISE EXCEPTION 'one administrator of the whole city must be left'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'staff_administrator_left', TABLE = 'staff';
        END IF;
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER staff_administrator_left BEFORE UPDATE ON staff
    FOR EACH ROW EXECUTE FUNCTION keep_an_administrator();

CREATE INDEX audit_entry_recorded_ix ON audit_entry (recorded_at, audit_entry_id);
CREATE INDEX audit_entry_action_ix ON audit_entry (action, recorded_at, audit_entry_id);
CREATE INDEX audit_entry_actor_ix ON audit_entry (actor_id, recorded_at, audit_entry_id) WHERE actor_id IS NOT NULL;

CREATE INDEX merchant_tax_root_ix ON merchant (left(tax_code, 10));
CREATE INDEX outlet_address_ix ON outlet (lower(address));

-- The safety desk's list, and who looked at a code of his own lately.
CREATE INDEX recon_case_tampered_ix ON recon_case (status, case_id) WHERE kind = 'CODE_TAMPERED';
CREATE INDEX self_check_green_day_ix ON self_check (business_date, outlet_id) WHERE verdict = 'GREEN';
