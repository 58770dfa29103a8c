-- How many deliveries a range has, up to $6; an end that is NULL is open. Index: webhook_delivery_sequence_uq.
SELECT count(*) AS deliveries FROM (
    SELECT FROM webhook_delivery
    WHERE endpoint_id = $1
      AND ($2::bigint IS NULL OR sequence >= $2) AND ($3::bigint IS NULL OR sequence <= $3)
      AND ($4::timestamptz IS NULL OR created_at >= $4) AND ($5::timestamptz IS NULL OR created_at < $5)
    LIMIT $6) range
