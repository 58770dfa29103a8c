-- Gives up a locked request. Index: payment_request_pk.
UPDATE payment_request SET cancelled_at = $2 WHERE payment_request_id = $1
