-- Forgets the candidates of an upload whose lines are all decided. Index: statement_candidate_pk.
DELETE FROM statement_candidate WHERE upload_id = $1
