-- Everything below this transaction has its deliveries. Index: webhook_watermark_pk.
SELECT relayed_xid FROM webhook_watermark
