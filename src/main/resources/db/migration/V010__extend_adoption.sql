-- Why: (1) a district's outsiders may see no figure of 1 to 4 outlets, so the number of outlets behind every day and
-- place must be read in milliseconds; (2) an outlet's past days must be taken back from the place they were counted in,
-- and follow the outlet where its location is corrected; (3) outlets active in 30 days without reading payments.
-- Lock: ACCESS EXCLUSIVE on outlet_day for an instant (constant defaults rewrite nothing); the new indexes block writes
-- to their tables while they build. Time on 100 M rows: about 3 minutes for the indexes; where outlet_day is not empty,
-- empty the rollups and set folded_xid to 0. Back: drop what is created here.

-- Where the outlet stood when the day was counted; '' for nowhere.
ALTER TABLE outlet_day
    ADD COLUMN district_place_id text NOT NULL DEFAULT '',
    ADD COLUMN ward_place_id text NOT NULL DEFAULT '',
    ADD COLUMN street_place_id text NOT NULL DEFAULT '';

-- How many outlets had at least one standing credit, per day and cell. A cell is one combination of district, ward and
-- street ('' for none), so that the cells of a day are disjoint: the disclosure rules are decided over them.
CREATE TABLE cell_day (
    business_date       date NOT NULL,
    district_place_id   text NOT NULL,
    ward_place_id       text NOT NULL,
    street_place_id     text NOT NULL,
    outlets             bigint NOT NULL,
    CONSTRAINT cell_day_pk PRIMARY KEY (business_date, district_place_id, ward_place_id, street_place_id)
        INCLUDE (outlets)
);

-- On which days of a month an outlet had a standing credit, per cell it stood in: bit n is day n + 1.
CREATE TABLE outlet_month (
    month               date NOT NULL,
    outlet_id           uuid NOT NULL,
    district_place_id   text NOT NULL,
    ward_place_id       text NOT NULL,
    street_place_id     text NOT NULL,
    active_days         integer NOT NULL,
    CONSTRAINT outlet_month_pk PRIMARY KEY (month, outlet_id, district_place_id, ward_place_id, street_place_id),
    CONSTRAINT outlet_month_starts CHECK (extract(day FROM month) = 1)
);

-- Outlets whose location was written since the last fold; append-only between folds, so that no writer waits.
CREATE TABLE outlet_moved (
    move_id     bigint GENERATED ALWAYS AS IDENTITY,
    outlet_id   uuid NOT NULL,
    CONSTRAINT outlet_moved_pk PRIMARY KEY (move_id)
);

CREATE FUNCTION note_outlet_moved() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO outlet_moved (outlet_id) VALUES (COALESCE(NEW.outlet_id, OLD.outlet_id));
    RETURN NULL;
END
$body$;
CREATE TRIGGER outlet_location_moved AFTER INSERT OR UPDATE OR DELETE ON outlet_location
    FOR EACH ROW EXECUTE FUNCTION note_outlet_moved();

-- An amount rounded down to two significant digits: 1,234,567 is 1,200,000.
CREATE FUNCTION adoption_amount_bucket(amount_vnd bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE WHEN amount_vnd < 100 THEN amount_vnd
        ELSE amount_vnd - amount_vnd % (10 ^ (length(amount_vnd::text) - 2))::bigint END
$body$;

-- The edition of an outlet's location that holds on a day; before the first edition, the first: money that was booked
-- a day before the registration took effect still moved at that address. No row for an outlet without a location.
CREATE FUNCTION adoption_location(outlet uuid, on_date date)
RETURNS TABLE (district_place_id text, ward_place_id text, street_place_id text) LANGUAGE sql STABLE AS $body$
    SELECT l.district_place_id, COALESCE(l.ward_place_id, ''), COALESCE(l.street_place_id, '')
    FROM outlet_location l
    WHERE l.outlet_id = outlet
    ORDER BY l.valid_from <= on_date DESC, abs(on_date - l.valid_from)
    LIMIT 1
$body$;

-- approvedMerchants as of a past day looks for the transitions after it.
CREATE INDEX merchant_transition_date_ix ON merchant_transition (business_date, merchant_id, sequence);
-- requestsPaidRate reads the requests issued in a range.
CREATE INDEX payment_request_date_ix ON payment_request (business_date, outlet_id)
    INCLUDE (payment_request_id, amount_vnd);
-- qrCodesIssued counts codes per outlet up to a day.
CREATE INDEX qr_code_outlet_date_ix ON qr_code (outlet_id, business_date);

-- The same as spans without gaps, for reads of many outlets: from its first edition back to for ever.
CREATE VIEW adoption_span AS
SELECT outlet_id, district_place_id, COALESCE(ward_place_id, '') AS ward_place_id,
       COALESCE(street_place_id, '') AS street_place_id,
       CASE WHEN lag(valid_from) OVER editions IS NULL THEN '-infinity' ELSE valid_from END AS span_from,
       COALESCE(lead(valid_from) OVER editions, 'infinity') AS span_before
FROM outlet_location
WINDOW editions AS (PARTITION BY outlet_id ORDER BY valid_from);
