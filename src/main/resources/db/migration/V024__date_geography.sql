-- Why: (1) takings inside the hours of a walking zone need calendars by date, with seasons and exceptions, and spans that
-- a query can join; (2) a ward that is recycled, merged or split must not carry its series on, and staff bring in a new
-- edition of the wards themselves; (3) denominators are set by staff, with their source.
-- Lock: ACCESS EXCLUSIVE on place, place_member and baseline for an instant: new columns have no default that rewrites.
-- Time on 100 M payments: none, places are a thousand. Back: drop what is created here and the columns.

-- A range over place ids, so that EXCLUDE can hold a place equal without an extension that a server may not have.
CREATE TYPE place_id_range AS RANGE (subtype = text, collation = "C");

-- When a zone is open in a usual week. A span starts opens_minute minutes after Monday 00:00 in Hanoi, on days of its
-- season (month * 100 + day, both ends included, may wrap around the new year) while the rule is valid, and lasts
-- lasts_minutes. Two rules of a zone never hold the same minute: the database decides.
CREATE TABLE zone_calendar (
    zone_place_id   text NOT NULL,
    rule_no         integer NOT NULL,
    opens_minute    integer NOT NULL,
    lasts_minutes   integer NOT NULL,
    season_from     integer NOT NULL DEFAULT 101,
    season_to       integer NOT NULL DEFAULT 1231,
    valid_from      date NOT NULL,
    valid_to        date NULL,
    confidence      text NOT NULL,
    source          text NOT NULL,
    note            text NOT NULL DEFAULT '',
    week_minutes    int4multirange NOT NULL GENERATED ALWAYS AS (
        CASE WHEN opens_minute + lasts_minutes <= 10080
            THEN int4multirange(int4range(opens_minute, opens_minute + lasts_minutes))
            ELSE int4multirange(
                int4range(opens_minute, 10080), int4range(0, opens_minute + lasts_minutes - 10080)) END) STORED,
    season_days     int4multirange NOT NULL GENERATED ALWAYS AS (
        CASE WHEN season_from <= season_to THEN int4multirange(int4range(season_from, season_to, '[]'))
            ELSE int4multirange(
                int4range(LEAST(101, season_to), season_to, '[]'),
                int4range(season_from, GREATEST(season_from, 1231), '[]')) END) STORED,
    CONSTRAINT zone_calendar_pk PRIMARY KEY (zone_place_id, rule_no),
    CONSTRAINT zone_calendar_zone_fk FOREIGN KEY (zone_place_id) REFERENCES place (place_id),
    CONSTRAINT zone_calendar_opens_in_week CHECK (opens_minute BETWEEN 0 AND 10079),
    CONSTRAINT zone_calendar_lasts_a_week_at_most CHECK (lasts_minutes BETWEEN 1 AND 10080),
    CONSTRAINT zone_calendar_season_is_days CHECK (
        season_from / 100 BETWEEN 1 AND 12 AND season_from % 100 BETWEEN 1 AND 31
        AND season_to / 100 BETWEEN 1 AND 12 AND season_to % 100 BETWEEN 1 AND 31),
    CONSTRAINT zone_calendar_validity_ordered CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT zone_calendar_confidence_known CHECK (confidence IN ('high', 'medium', 'low')),
    CONSTRAINT zone_calendar_source_said CHECK (char_length(btrim(source)) BETWEEN 1 AND 300),
    CONSTRAINT zone_calendar_no_overlap EXCLUDE USING gist (
        place_id_range(zone_place_id, zone_place_id, '[]') WITH &&, week_minutes WITH &&, season_days WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) DEFERRABLE INITIALLY IMMEDIATE
);

-- What differs from the usual week: a suspension closes the zone, a holiday or an extension opens it. Never changed, only
-- withdrawn; two that stand never overlap, so that a minute is never both closed and opened by exception.
CREATE TABLE zone_exception (
    exception_id    uuid NOT NULL,
    zone_place_id   text NOT NULL,
    kind            text NOT NULL,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL,
    reason          text NOT NULL,
    confidence      text NOT NULL,
    source          text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    recorded_by     uuid NULL,
    withdrawn_at    timestamptz NULL,
    withdrawn_by    uuid NULL,
    withdrawn_why   text NULL,
    CONSTRAINT zone_exception_pk PRIMARY KEY (exception_id),
    CONSTRAINT zone_exception_zone_fk FOREIGN KEY (zone_place_id) REFERENCES place (place_id),
    CONSTRAINT zone_exception_kind_known CHECK (kind IN ('SUSPENSION', 'HOLIDAY', 'EXTENSION')),
    CONSTRAINT zone_exception_ordered CHECK (ends_at > starts_at),
    CONSTRAINT zone_exception_confidence_known CHECK (confidence IN ('high', 'medium', 'low')),
    CONSTRAINT zone_exception_reason_said CHECK (char_length(btrim(reason)) BETWEEN 1 AND 300),
    CONSTRAINT zone_exception_source_said CHECK (char_length(btrim(source)) BETWEEN 1 AND 300),
    CONSTRAINT zone_exception_withdrawn_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL)),
    CONSTRAINT zone_exception_no_overlap EXCLUDE USING gist (
        place_id_range(zone_place_id, zone_place_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (withdrawn_at IS NULL)
);

-- Public holidays of Viet Nam: shown beside calendars. A holiday opens no zone by itself; an exception does.
CREATE TABLE public_holiday (
    holiday_date    date NOT NULL,
    name_vi         text NOT NULL,
    name_en         text NOT NULL,
    confidence      text NOT NULL,
    source          text NOT NULL,
    CONSTRAINT public_holiday_pk PRIMARY KEY (holiday_date),
    CONSTRAINT public_holiday_confidence_known CHECK (confidence IN ('high', 'medium', 'low'))
);

-- One row a zone and day for which its open spans are written, days without any included: a day that has no row here is
-- not known, and not closed. Whoever counts by spans counts anew the days whose written_xid it has not seen.
CREATE TABLE zone_open_day (
    zone_place_id   text NOT NULL,
    business_date   date NOT NULL,
    open_minutes    integer NOT NULL,
    written_xid     bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    CONSTRAINT zone_open_day_pk PRIMARY KEY (zone_place_id, business_date),
    CONSTRAINT zone_open_day_zone_fk FOREIGN KEY (zone_place_id) REFERENCES place (place_id),
    CONSTRAINT zone_open_day_is_a_day CHECK (open_minutes BETWEEN 0 AND 1440)
);
CREATE INDEX zone_open_day_written_ix ON zone_open_day (written_xid);

-- From when until before when a zone is open, cut at midnight in Hanoi; written by the service from the calendars.
CREATE TABLE zone_open_span (
    zone_place_id   text NOT NULL,
    business_date   date NOT NULL,
    opens_at        timestamptz NOT NULL,
    closes_at       timestamptz NOT NULL,
    during          tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(opens_at, closes_at)) STORED,
    CONSTRAINT zone_open_span_pk PRIMARY KEY (zone_place_id, business_date, opens_at) INCLUDE (closes_at),
    CONSTRAINT zone_open_span_day_fk FOREIGN KEY (zone_place_id, business_date)
        REFERENCES zone_open_day (zone_place_id, business_date) ON DELETE CASCADE,
    CONSTRAINT zone_open_span_ordered CHECK (closes_at > opens_at),
    CONSTRAINT zone_open_span_in_its_day CHECK (
        opens_at >= timezone('Asia/Ho_Chi_Minh', business_date::timestamp)
        AND closes_at <= timezone('Asia/Ho_Chi_Minh', (business_date + 1)::timestamp)),
    CONSTRAINT zone_open_span_no_overlap EXCLUDE USING gist (
        place_id_range(zone_place_id, zone_place_id, '[]') WITH &&, tstzrange(opens_at, closes_at) WITH &&)
);
CREATE INDEX zone_open_span_date_ix ON zone_open_span (business_date, zone_place_id);

-- Figures of a day count what was paid while a zone was open, so they are counted anew where its spans are written.
CREATE OR REPLACE VIEW figure_zone_hours AS
SELECT zone_place_id, business_date, opens_at, closes_at FROM zone_open_span;
CREATE TRIGGER zone_open_day_marks_figures AFTER INSERT ON zone_open_day REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();
CREATE TRIGGER zone_open_day_unwritten_marks_figures AFTER DELETE ON zone_open_day REFERENCING OLD TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mark_figures_of_rows();

-- A new edition of the wards, as staff brought it in: the file as it was, by its hash once. Proposed by one
-- administrator, confirmed by another; outlets move on its first day. Until then it may be undone.
CREATE TABLE place_edition (
    edition_id      uuid NOT NULL,
    title           text NOT NULL,
    valid_from      date NOT NULL,
    content_hash    text NOT NULL,
    csv             text NOT NULL,
    status          text NOT NULL,
    proposed_at     timestamptz NOT NULL,
    proposed_by     uuid NOT NULL,
    confirmed_at    timestamptz NULL,
    confirmed_by    uuid NULL,
    ended_at        timestamptz NULL,
    ended_by        uuid NULL,
    ended_why       text NULL,
    applied_at      timestamptz NULL,
    CONSTRAINT place_edition_pk PRIMARY KEY (edition_id),
    CONSTRAINT place_edition_status_known CHECK (
        status IN ('PROPOSED', 'WITHDRAWN', 'CONFIRMED', 'UNDONE', 'APPLIED')),
    CONSTRAINT place_edition_title_said CHECK (char_length(btrim(title)) BETWEEN 1 AND 200),
    CONSTRAINT place_edition_csv_sized CHECK (octet_length(csv) BETWEEN 1 AND 1048576),
    CONSTRAINT place_edition_confirmed_whole CHECK (
        (confirmed_at IS NULL) = (confirmed_by IS NULL)
        AND (status IN ('PROPOSED', 'WITHDRAWN')) = (confirmed_at IS NULL)),
    CONSTRAINT place_edition_second_person CHECK (confirmed_by <> proposed_by),
    CONSTRAINT place_edition_ended_whole CHECK (
        (status IN ('WITHDRAWN', 'UNDONE')) = (ended_at IS NOT NULL)
        AND (ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_why IS NULL)),
    CONSTRAINT place_edition_applied_whole CHECK ((status = 'APPLIED') = (applied_at IS NOT NULL))
);
CREATE UNIQUE INDEX place_edition_content_uq ON place_edition (content_hash)
    WHERE status IN ('PROPOSED', 'CONFIRMED', 'APPLIED');
CREATE UNIQUE INDEX place_edition_day_uq ON place_edition (valid_from) WHERE status IN ('CONFIRMED', 'APPLIED');

-- What an edition of the staff's began or ended; the seed files leave such an end as it is. A code means one area on a day.
ALTER TABLE place
    ADD COLUMN started_by_edition uuid NULL,
    ADD COLUMN ended_by_edition uuid NULL,
    ADD CONSTRAINT place_started_edition_fk FOREIGN KEY (started_by_edition) REFERENCES place_edition (edition_id),
    ADD CONSTRAINT place_ended_edition_fk FOREIGN KEY (ended_by_edition) REFERENCES place_edition (edition_id),
    ADD CONSTRAINT place_code_means_one_area EXCLUDE USING gist (
        place_id_range(kind || ':' || code, kind || ':' || code, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE place_member
    ADD COLUMN started_by_edition uuid NULL,
    ADD COLUMN ended_by_edition uuid NULL,
    ADD CONSTRAINT place_member_started_edition_fk
        FOREIGN KEY (started_by_edition) REFERENCES place_edition (edition_id),
    ADD CONSTRAINT place_member_ended_edition_fk FOREIGN KEY (ended_by_edition) REFERENCES place_edition (edition_id);

-- Which area followed which; split says that only a part of the old one lies in this new one, so that a shop of the old
-- area cannot be placed without looking.
CREATE TABLE place_succession (
    old_place_id        text NOT NULL,
    new_place_id        text NOT NULL,
    split               boolean NOT NULL,
    started_by_edition  uuid NULL,
    CONSTRAINT place_succession_pk PRIMARY KEY (old_place_id, new_place_id),
    CONSTRAINT place_succession_old_fk FOREIGN KEY (old_place_id) REFERENCES place (place_id),
    CONSTRAINT place_succession_new_fk FOREIGN KEY (new_place_id) REFERENCES place (place_id),
    CONSTRAINT place_succession_edition_fk FOREIGN KEY (started_by_edition) REFERENCES place_edition (edition_id),
    CONSTRAINT place_succession_other CHECK (old_place_id <> new_place_id)
);
CREATE INDEX place_succession_new_ix ON place_succession (new_place_id, old_place_id);
-- An area that was not split has one successor.
CREATE UNIQUE INDEX place_succession_whole_uq ON place_succession (old_place_id) WHERE NOT split;

-- Raised whenever places change, so that every instance knows when to read them again.
CREATE TABLE place_version (
    only_row    boolean NOT NULL DEFAULT true,
    version     bigint NOT NULL,
    CONSTRAINT place_version_pk PRIMARY KEY (only_row),
    CONSTRAINT place_version_single CHECK (only_row)
);
INSERT INTO place_version (version) VALUES (1);

-- Outlets whose new ward the edition alone cannot tell, and the ward that somebody looked up. ward_place_id is null while
-- an outlet waits after the first day of the edition; before it, only what was looked up stands here.
CREATE TABLE outlet_ward_choice (
    edition_id      uuid NOT NULL,
    outlet_id       uuid NOT NULL,
    from_place_id   text NOT NULL,
    ward_place_id   text NULL,
    chosen_at       timestamptz NULL,
    chosen_by       uuid NULL,
    CONSTRAINT outlet_ward_choice_pk PRIMARY KEY (edition_id, outlet_id),
    CONSTRAINT outlet_ward_choice_edition_fk FOREIGN KEY (edition_id) REFERENCES place_edition (edition_id),
    CONSTRAINT outlet_ward_choice_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT outlet_ward_choice_successor_fk FOREIGN KEY (from_place_id, ward_place_id)
        REFERENCES place_succession (old_place_id, new_place_id),
    CONSTRAINT outlet_ward_choice_whole CHECK (
        (ward_place_id IS NULL) = (chosen_at IS NULL) AND (ward_place_id IS NULL) = (chosen_by IS NULL))
);
CREATE INDEX outlet_ward_choice_outlet_ix ON outlet_ward_choice (outlet_id);
CREATE INDEX outlet_ward_choice_waiting_ix ON outlet_ward_choice (edition_id, outlet_id) WHERE ward_place_id IS NULL;

-- Where an edition puts an outlet of an old ward: where somebody said, else into the one ward that followed, if that
-- touches the outlet's district; null where a person has to look.
CREATE FUNCTION edition_ward(edition uuid, outlet uuid, old_ward text, district text) RETURNS text
LANGUAGE sql STABLE AS $body$
    SELECT COALESCE(
        (SELECT c.ward_place_id FROM outlet_ward_choice c WHERE c.edition_id = edition AND c.outlet_id = outlet
            AND c.from_place_id = old_ward),
        (SELECT s.new_place_id FROM place_succession s
         WHERE s.old_place_id = old_ward AND NOT s.split AND s.started_by_edition = edition
           AND EXISTS (SELECT FROM place_member m
                       WHERE m.member_place_id = s.new_place_id AND m.container_place_id = district)))
$body$;

-- Moves by ward: which outlets stand, or stood, in it.
CREATE INDEX outlet_location_ward_ix ON outlet_location (ward_place_id, outlet_id) WHERE ward_place_id IS NOT NULL;

-- Denominators are set by staff: never without their source; figures see by recorded_xid which have changed.
ALTER TABLE baseline
    ADD COLUMN recorded_xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    ADD CONSTRAINT baseline_source_said CHECK (char_length(btrim(source)) BETWEEN 1 AND 300),
    ADD CONSTRAINT baseline_premises_bounded CHECK (premises <= 10000000);
