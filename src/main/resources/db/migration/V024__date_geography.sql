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
