-- Says how far the books are folded. Index: book_watermark_pk.
UPDATE book_watermark SET folded_xid = $1, folded_at = $2
