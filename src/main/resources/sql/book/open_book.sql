-- Makes sure that a merchant has a book to hold. Index: book_pk.
INSERT INTO book (merchant_id) VALUES ($1) ON CONFLICT ON CONSTRAINT book_pk DO NOTHING
