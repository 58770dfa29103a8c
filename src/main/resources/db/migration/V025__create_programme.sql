-- Why: the city runs its programme from here: which shops of a street are reached, who visits the others, what is aimed
-- at until when, which campaigns ran, and how far each registration has come.
-- Lock: new tables; the trigger on registration_draft takes SHARE ROW EXCLUSIVE for an instant. Time on 100 M rows:
-- seconds, drafts are few. Back: drop what is created here.

-- A place of trade that somebody counted or listed: a fact of a day, with its source. No person's data: what stands
-- over the door and on the house. house_number is '' where a stall has none; premises_no_phone keeps phone numbers
-- out. The keys are both texts in small letters, written by the service: the database's own depend on its locale.
CREATE TABLE premises (
    premises_id     uuid NOT NULL,
    street_place_id text NOT NULL,
    house_number    text NOT NULL,
    name            text NOT NULL,
    category_code   text NULL,
    status          text NOT NULL,
    source          text NOT NULL,
    seen_on         date NOT NULL,
    recorded_at     timestamptz NOT NULL,
    recorded_by     uuid NULL,
    version         bigint NOT NULL DEFAULT 1,
    house_key       text NOT NULL,
    name_key        text NOT NULL,
    CONSTRAINT premises_pk PRIMARY KEY (premises_id),
    CONSTRAINT premises_place_name_uq UNIQUE (street_place_id, house_key, name_key),
    CONSTRAINT premises_street_fk FOREIGN KEY (street_place_id) REFERENCES place (place_id),
    CONSTRAINT premises_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES staff (staff_id),
    CONSTRAINT premises_street_is_street CHECK (street_place_id LIKE 'street-%'),
    CONSTRAINT premises_house_number_sized CHECK (char_length(house_number) <= 40),
    CONSTRAINT premises_name_sized CHECK (char_length(name) BETWEEN 1 AND 120),
    CONSTRAINT premises_no_phone CHECK (house_number || ' ' || name || ' ' || source !~ '[0-9](?:[ .-]?[0-9]){8}'),
    CONSTRAINT premises_category_code_mcc CHECK (category_code ~ '^[0-9]{4}$'),
    CONSTRAINT premises_status_known CHECK (status IN ('TRADING', 'CLOSED')),
    CONSTRAINT premises_source_sized CHECK (char_length(source) BETWEEN 1 AND 120)
);

-- Which registered outlet trades there. One place of trade has one outlet, one outlet one place of trade.
CREATE TABLE premises_outlet (
    premises_id     uuid NOT NULL,
    outlet_id       uuid NOT NULL,
    linked_at       timestamptz NOT NULL,
    linked_by       uuid NULL,
    CONSTRAINT premises_outlet_pk PRIMARY KEY (premises_id),
    CONSTRAINT premises_outlet_uq UNIQUE (outlet_id),
    CONSTRAINT premises_outlet_premises_fk FOREIGN KEY (premises_id) REFERENCES premises (premises_id),
    CONSTRAINT premises_outlet_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT premises_outlet_linked_by_fk FOREIGN KEY (linked_by) REFERENCES staff (staff_id)
);

-- The street strip reads the outlets of a street.
CREATE INDEX outlet_location_street_ix ON outlet_location (street_place_id, outlet_id)
    WHERE street_place_id IS NOT NULL AND valid_to IS NULL;

-- Who walks a street until when. ended_at: finished or called off; its stops are free for another list then.
CREATE TABLE walk_list (
    walk_list_id    uuid NOT NULL,
    street_place_id text NOT NULL,
    assigned_to     uuid NOT NULL,
    assigned_by     uuid NULL,
    due_on          date NOT NULL,
    note            text NULL,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz NULL,
    ended_by        uuid NULL,
    CONSTRAINT walk_list_pk PRIMARY KEY (walk_list_id),
    CONSTRAINT walk_list_street_fk FOREIGN KEY (street_place_id) REFERENCES place (place_id),
    CONSTRAINT walk_list_assigned_to_fk FOREIGN KEY (assigned_to) REFERENCES staff (staff_id),
    CONSTRAINT walk_list_note_sized CHECK (char_length(note) BETWEEN 1 AND 500),
    CONSTRAINT walk_list_end_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT walk_list_life_ordered CHECK (ended_at >= created_at)
);
CREATE INDEX walk_list_street_ix ON walk_list (street_place_id, created_at);
CREATE INDEX walk_list_assigned_to_ix ON walk_list (assigned_to, due_on) WHERE ended_at IS NULL;

-- A place of trade to visit, in the order of the walk. No place of trade stands on two lists at once.
CREATE TABLE walk_stop (
    walk_list_id    uuid NOT NULL,
    premises_id     uuid NOT NULL,
    position        integer NOT NULL,
    released        boolean NOT NULL DEFAULT false,
    CONSTRAINT walk_stop_pk PRIMARY KEY (walk_list_id, premises_id),
    CONSTRAINT walk_stop_position_uq UNIQUE (walk_list_id, position),
    CONSTRAINT walk_stop_list_fk FOREIGN KEY (walk_list_id) REFERENCES walk_list (walk_list_id),
    CONSTRAINT walk_stop_premises_fk FOREIGN KEY (premises_id) REFERENCES premises (premises_id),
    CONSTRAINT walk_stop_position_counted CHECK (position >= 1)
);
CREATE UNIQUE INDEX walk_stop_open_uq ON walk_stop (premises_id) WHERE NOT released;

-- What came of a visit. INSERT only; the latest edition of a stop holds. Of two people who write the same edition one
-- loses, by walk_visit_pk.
CREATE TABLE walk_visit (
    walk_list_id    uuid NOT NULL,
    premises_id     uuid NOT NULL,
    edition         integer NOT NULL,
    outcome         text NOT NULL,
    come_again_on   date NULL,
    note            text NULL,
    visited_at      timestamptz NOT NULL,
    visited_by      uuid NOT NULL,
    CONSTRAINT walk_visit_pk PRIMARY KEY (walk_list_id, premises_id, edition),
    CONSTRAINT walk_visit_stop_fk FOREIGN KEY (walk_list_id, premises_id)
        REFERENCES walk_stop (walk_list_id, premises_id),
    CONSTRAINT walk_visit_edition_counted CHECK (edition >= 1),
    CONSTRAINT walk_visit_outcome_known CHECK (
        outcome IN ('REGISTERED', 'REFUSED', 'CLOSED', 'COME_AGAIN', 'OTHER_CODE', 'HELPED')),
    CONSTRAINT walk_visit_day_where_again CHECK ((outcome = 'COME_AGAIN') = (come_again_on IS NOT NULL)),
    CONSTRAINT walk_visit_refused_why CHECK (outcome <> 'REFUSED' OR note IS NOT NULL),
    CONSTRAINT walk_visit_note_sized CHECK (char_length(note) BETWEEN 1 AND 300),
    CONSTRAINT walk_visit_no_phone CHECK (note !~ '[0-9](?:[ .-]?[0-9]){8}')
);

CREATE FUNCTION keep_walk_visits_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'visits are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'walk_visit_frozen', TABLE = 'walk_visit';
END
$body$;
CREATE TRIGGER walk_visit_frozen BEFORE UPDATE OR DELETE ON walk_visit
    FOR EACH ROW EXECUTE FUNCTION keep_walk_visits_frozen();

-- What is aimed at. The target of adoptionRate has its value in baseline.target_rate, which the API reads and writes:
-- it stands there alone, so value is NULL for it.
CREATE TABLE target (
    target_id       uuid NOT NULL,
    place_id        text NOT NULL,
    metric          text NOT NULL,
    value           numeric(20, 4) NULL,
    due_on          date NOT NULL,
    owner_id        uuid NULL,
    plan            text NULL,
    note            text NULL,
    version         bigint NOT NULL DEFAULT 1,
    CONSTRAINT target_pk PRIMARY KEY (target_id),
    CONSTRAINT target_place_metric_uq UNIQUE (place_id, metric),
    CONSTRAINT target_place_fk FOREIGN KEY (place_id) REFERENCES place (place_id),
    CONSTRAINT target_owner_fk FOREIGN KEY (owner_id) REFERENCES staff (staff_id),
    CONSTRAINT target_adoption_is_baseline CHECK ((metric = 'adoptionRate') = (value IS NULL)),
    CONSTRAINT target_value_positive CHECK (value > 0),
    CONSTRAINT target_plan_sized CHECK (char_length(plan) BETWEEN 1 AND 60),
    CONSTRAINT target_note_sized CHECK (char_length(note) BETWEEN 1 AND 500)
);

-- Every edition of a target as it was saved, and its removal. INSERT only.
CREATE TABLE target_change (
    target_id       uuid NOT NULL,
    version         bigint NOT NULL,
    place_id        text NOT NULL,
    metric          text NOT NULL,
    act             text NOT NULL,
    value           numeric(20, 4) NULL,
    due_on          date NOT NULL,
    owner_id        uuid NULL,
    plan            text NULL,
    note            text NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid NULL,
    CONSTRAINT target_change_pk PRIMARY KEY (target_id, version),
    CONSTRAINT target_change_act_known CHECK (act IN ('SET', 'CHANGED', 'REMOVED'))
);
CREATE INDEX target_change_place_ix ON target_change (place_id, metric, changed_at);

CREATE FUNCTION keep_target_changes_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'changes of targets are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'target_change_frozen', TABLE = 'target_change';
END
$body$;
CREATE TRIGGER target_change_frozen BEFORE UPDATE OR DELETE ON target_change
    FOR EACH ROW EXECUTE FUNCTION keep_target_changes_frozen();

-- What the city did where and when, as bands on charts. place_id NULL: the whole city.
CREATE TABLE campaign (
    campaign_id     uuid NOT NULL,
    name_vi         text NOT NULL,
    name_en         text NULL,
    place_id        text NULL,
    starts_on       date NOT NULL,
    ends_on         date NULL,
    note            text NULL,
    version         bigint NOT NULL DEFAULT 1,
    CONSTRAINT campaign_pk PRIMARY KEY (campaign_id),
    CONSTRAINT campaign_place_fk FOREIGN KEY (place_id) REFERENCES place (place_id),
    CONSTRAINT campaign_days_ordered CHECK (ends_on >= starts_on),
    CONSTRAINT campaign_name_vi_sized CHECK (char_length(name_vi) BETWEEN 1 AND 120),
    CONSTRAINT campaign_name_en_sized CHECK (char_length(name_en) BETWEEN 1 AND 120),
    CONSTRAINT campaign_note_sized CHECK (char_length(note) BETWEEN 1 AND 500)
);
CREATE INDEX campaign_place_ix ON campaign (place_id, starts_on);

-- That a registration was begun: drafts are forgotten after 30 days, how many there were is not. No answers, no
-- secrets.
CREATE TABLE onboarding_start (
    draft_id            uuid NOT NULL,
    started_at          timestamptz NOT NULL,
    assisted            boolean NOT NULL,
    district_place_id   text NULL,
    merchant_id         uuid NULL,
    CONSTRAINT onboarding_start_pk PRIMARY KEY (draft_id)
);
CREATE INDEX onboarding_start_started_ix ON onboarding_start (started_at);
CREATE INDEX onboarding_start_merchant_ix ON onboarding_start (merchant_id) WHERE merchant_id IS NOT NULL;
-- The funnel reads merchants by when they registered: merchant_created_ix, which V023 made.

CREATE FUNCTION note_onboarding_start() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    answered text := (
        SELECT d.place_id FROM place d
        WHERE d.kind = 'DISTRICT' AND d.code = split_part(NEW.answers ->> 'area', ':', 1)
        UNION ALL
        SELECT m.container_place_id FROM place s
        JOIN place_member m ON m.member_place_id = s.place_id AND m.container_place_id LIKE 'district-%'
        WHERE s.kind = 'STREET' AND s.code = NEW.answers ->> 'street'
        LIMIT 1);
BEGIN
    INSERT INTO onboarding_start (draft_id, started_at, assisted, district_place_id, merchant_id)
    VALUES (NEW.draft_id, NEW.created_at, NEW.assisted_by IS NOT NULL, answered, NEW.merchant_id)
    ON CONFLICT ON CONSTRAINT onboarding_start_pk DO UPDATE
        SET district_place_id = COALESCE(excluded.district_place_id, onboarding_start.district_place_id),
            merchant_id = excluded.merchant_id;
    RETURN NULL;
END
$body$;
CREATE TRIGGER registration_draft_noted AFTER INSERT OR UPDATE ON registration_draft
    FOR EACH ROW EXECUTE FUNCTION note_onboarding_start();
INSERT INTO onboarding_start (draft_id, started_at, assisted, merchant_id)
SELECT draft_id, created_at, assisted_by IS NOT NULL, merchant_id FROM registration_draft;
