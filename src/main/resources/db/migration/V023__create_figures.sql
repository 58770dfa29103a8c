-- Why: any page reads any metric of any scope and period by its key, whatever the number of outlets and payments.
-- Lock: none, new tables. Time on 100 M rows: the first computation of a year about an hour, in the background. Back:
-- drop the tables.

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

-- One row: counts every change of any figure, so that whoever holds an answer knows whether it is still true.
CREATE TABLE figure_edition (
    only_row    boolean NOT NULL DEFAULT true,
    edition     bigint NOT NULL,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT figure_edition_pk PRIMARY KEY (only_row),
    CONSTRAINT figure_edition_single CHECK (only_row)
);
INSERT INTO figure_edition (edition, changed_at) VALUES (0, now());
