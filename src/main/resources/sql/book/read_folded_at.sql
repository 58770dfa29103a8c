-- When the books were last added to. Index: book_watermark_pk.
SELECT folded_at FROM book_watermark
