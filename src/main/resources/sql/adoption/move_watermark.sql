-- Says that everything below transaction $1 stands in the rollups, in the transaction that put it there. Index: none.
UPDATE adoption_watermark SET folded_xid = $1, folded_at = $2
