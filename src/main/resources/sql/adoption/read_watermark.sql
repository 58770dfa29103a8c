-- When the payment figures last changed. Index: adoption_watermark_pk.
SELECT folded_at FROM adoption_watermark
