-- Why: what a shop owner looks after himself: (1) the devices he is logged in on, each to be ended by itself; (2) another
-- receiving account, under which the old one stays in force until staff approved the new one; (3) the wish to be
-- forgotten, which waits, may be taken back, and takes two persons to carry out.
-- Lock: ACCESS EXCLUSIVE on session while it is rewritten (its rows live for hours) and on merchant and
-- merchant_account for an instant (new columns are empty, the widened checks are NOT VALID and let in whatever the old
-- ones did); SHARE on merchant_account and audit_entry while partial indexes are built. Time on 100 M
-- payments: a minute for the audit log, no payment is read. Back: drop what is created here, once no row of the new kinds
-- is left.

-- session_id is what a session is called by; it opens nothing. device is told by the browser in a few coarse words, '' where
-- it told nothing known. last_seen_at moves at most once an hour; NULL until the first time it did.
ALTER TABLE session
    ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN device text NOT NULL DEFAULT '',
    ADD COLUMN last_seen_at timestamptz NULL,
    ADD CONSTRAINT session_id_uq UNIQUE (session_id),
    ADD CONSTRAINT session_device_sized CHECK (length(device) <= 64);

-- WITHDRAWN: the owner took his wish for this account back before anybody approved it.
-- replaces_account_id: the account in whose place this one is to come, or came. One change of a merchant waits at a time.
ALTER TABLE merchant_account
    ADD COLUMN replaces_account_id uuid NULL,
    ADD CONSTRAINT merchant_account_replaces_fk FOREIGN KEY (replaces_account_id)
        REFERENCES merchant_account (account_id),
    ADD CONSTRAINT merchant_account_replaces_other CHECK (replaces_account_id <> account_id),
    DROP CONSTRAINT merchant_account_status_known,
    ADD CONSTRAINT merchant_account_status_known CHECK (
        status IN ('PENDING', 'APPROVED', 'REPLACED', 'REJECTED', 'WITHDRAWN')) NOT VALID;
CREATE UNIQUE INDEX merchant_account_change_uq ON merchant_account (merchant_id)
    WHERE status = 'PENDING' AND replaces_account_id IS NOT NULL;
CREATE INDEX merchant_account_pending_ix ON merchant_account (merchant_id, created_at) WHERE status = 'PENDING';

-- CLOSED: the merchant asked to be forgotten and was. Nothing leads out of it.
ALTER TABLE merchant
    DROP CONSTRAINT merchant_status_known,
    ADD CONSTRAINT merchant_status_known CHECK (
        status IN ('PENDING', 'APPROVED', 'REJECTED', 'SUSPENDED', 'CLOSED')) NOT VALID;

-- A wish to be forgotten. It ends once: taken back by the owner, refused or carried out by staff. What it was made with
-- never changes. due_at: before it nobody carries it out.
CREATE TABLE deletion_request (
    deletion_id     uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    status          text NOT NULL DEFAULT 'OPEN',
    reason          text NULL,
    requested_at    timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    ended_at        timestamptz NULL,
    CONSTRAINT deletion_request_pk PRIMARY KEY (deletion_id),
    CONSTRAINT deletion_request_due_uq UNIQUE (deletion_id, due_at),
    CONSTRAINT deletion_request_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT deletion_request_status_known CHECK (status IN ('OPEN', 'WITHDRAWN', 'REFUSED', 'EXECUTED')),
    CONSTRAINT deletion_request_due_later CHECK (due_at >= requested_at),
    CONSTRAINT deletion_request_ended_whole CHECK ((status = 'OPEN') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX deletion_request_open_uq ON deletion_request (merchant_id) WHERE status = 'OPEN';
CREATE INDEX deletion_request_merchant_ix ON deletion_request (merchant_id, deletion_id);
CREATE INDEX deletion_request_status_ix ON deletion_request (status, deletion_id);

-- What was done about it, by whom and why. INSERT only. An execution names the proposal that it follows and who made it:
-- the foreign key holds that name to the proposal's own row. due_at repeats the request's, so that the database itself
-- refuses an execution that comes too early.
CREATE TABLE deletion_act (
    act_id              uuid NOT NULL,
    deletion_id         uuid NOT NULL,
    due_at              timestamptz NOT NULL,
    act                 text NOT NULL,
    acted_at            timestamptz NOT NULL,
    actor_id            uuid NOT NULL,
    actor_role          text NOT NULL,
    request_id          text NULL,
    note                text NULL,
    answers_act_id      uuid NULL,
    answers_actor_id    uuid NULL,
    recorded_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT deletion_act_pk PRIMARY KEY (act_id),
    CONSTRAINT deletion_act_request_fk FOREIGN KEY (deletion_id, due_at)
        REFERENCES deletion_request (deletion_id, due_at),
    CONSTRAINT deletion_act_proposal_uq UNIQUE (act_id, actor_id, deletion_id),
    CONSTRAINT deletion_act_answers_fk FOREIGN KEY (answers_act_id, answers_actor_id, deletion_id)
        REFERENCES deletion_act (act_id, actor_id, deletion_id),
    CONSTRAINT deletion_act_known CHECK (act IN ('WITHDRAW', 'PROPOSE', 'REFUSE', 'EXECUTE')),
    CONSTRAINT deletion_act_role_known CHECK (actor_role IN ('MERCHANT', 'REGISTRAR', 'ADMIN')),
    CONSTRAINT deletion_act_withdrawn_by_owner CHECK ((act = 'WITHDRAW') = (actor_role = 'MERCHANT')),
    CONSTRAINT deletion_act_answers_whole CHECK ((answers_act_id IS NULL) = (answers_actor_id IS NULL)),
    CONSTRAINT deletion_act_execution_answers CHECK ((act = 'EXECUTE') = (answers_act_id IS NOT NULL)),
    CONSTRAINT deletion_act_second_person CHECK (actor_id <> answers_actor_id),
    CONSTRAINT deletion_act_not_early CHECK (act <> 'EXECUTE' OR acted_at >= due_at),
    CONSTRAINT deletion_act_says_why CHECK (act = 'WITHDRAW' OR note IS NOT NULL)
);
CREATE INDEX deletion_act_request_ix ON deletion_act (deletion_id, act_id);
CREATE UNIQUE INDEX deletion_act_ends_once_uq ON deletion_act (deletion_id)
    WHERE act IN ('WITHDRAW', 'REFUSE', 'EXECUTE');
CREATE UNIQUE INDEX deletion_act_proposed_once_uq ON deletion_act (deletion_id) WHERE act = 'PROPOSE';

-- The owner's words are the only thing of a request that may go: when the request is carried out.
CREATE FUNCTION keep_deletion_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'DELETE'
        OR (NEW.deletion_id, NEW.merchant_id, NEW.requested_at, NEW.due_at)
            IS DISTINCT FROM (OLD.deletion_id, OLD.merchant_id, OLD.requested_at, OLD.due_at)
        OR NEW.reason IS DISTINCT FROM OLD.reason AND NOT (NEW.status = 'EXECUTED' AND NEW.reason IS NULL)
        OR OLD.status <> 'OPEN' AND (NEW.status, NEW.ended_at) IS DISTINCT FROM (OLD.status, OLD.ended_at) THEN
        RAISE EXCEPTION 'a request keeps what it was made with and, once ended, how'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'deletion_request_frozen', TABLE = 'deletion_request';
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER deletion_request_frozen BEFORE UPDATE OR DELETE ON deletion_request
    FOR EACH ROW EXECUTE FUNCTION keep_deletion_frozen();

CREATE FUNCTION keep_deletion_acts_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'acts are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'deletion_act_frozen', TABLE = 'deletion_act';
END
$body$;
CREATE TRIGGER deletion_act_frozen BEFORE UPDATE OR DELETE ON deletion_act
    FOR EACH ROW EXECUTE FUNCTION keep_deletion_acts_frozen();

-- What a merchant did itself, whatever it was about.
CREATE INDEX audit_entry_merchant_ix ON audit_entry (actor_id, recorded_at) WHERE actor_role = 'MERCHANT';
