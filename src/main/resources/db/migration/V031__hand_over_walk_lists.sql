-- Why: whoever was given a walk list falls ill or moves on; the list goes to somebody else as it stands, with its visits,
-- and it stays known who had it until when, who gave it on and why.
-- Lock: none, a new table. Time on 100 M rows: none, no payment is read. Back: drop the table and the function; lists stay
-- with whom they are.

-- One row each time a list is given on, in the order of sequence; from whom the first row takes it is whom it was assigned
-- to. INSERT only.
CREATE TABLE walk_handover (
    walk_list_id    uuid NOT NULL,
    sequence        bigint GENERATED ALWAYS AS IDENTITY,
    from_staff      uuid NOT NULL,
    to_staff        uuid NOT NULL,
    due_before      date NOT NULL,
    due_on          date NOT NULL,
    reason          text NOT NULL,
    handed_at       timestamptz NOT NULL,
    handed_by       uuid NOT NULL,
    CONSTRAINT walk_handover_pk PRIMARY KEY (walk_list_id, sequence),
    CONSTRAINT walk_handover_list_fk FOREIGN KEY (walk_list_id) REFERENCES walk_list (walk_list_id),
    CONSTRAINT walk_handover_from_fk FOREIGN KEY (from_staff) REFERENCES staff (staff_id),
    CONSTRAINT walk_handover_to_fk FOREIGN KEY (to_staff) REFERENCES staff (staff_id),
    CONSTRAINT walk_handover_to_another CHECK (from_staff <> to_staff),
    CONSTRAINT walk_handover_reason_sized CHECK (char_length(reason) BETWEEN 1 AND 300),
    CONSTRAINT walk_handover_no_phone CHECK (reason !~ '[0-9](?:[ .-]?[0-9]){8}')
);

CREATE FUNCTION keep_walk_handovers_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'handovers are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'walk_handover_frozen', TABLE = 'walk_handover';
END
$body$;
CREATE TRIGGER walk_handover_frozen BEFORE UPDATE OR DELETE ON walk_handover
    FOR EACH ROW EXECUTE FUNCTION keep_walk_handovers_frozen();
