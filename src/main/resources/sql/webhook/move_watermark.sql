-- Says that everything below transaction $1 has its deliveries, in the transaction that made them. Index: none.
UPDATE webhook_watermark SET relayed_xid = $1, relayed_at = $2
