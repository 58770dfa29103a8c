-- One outlet for each merchant.
INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at)
SELECT md5('o' || merchant_id)::uuid, merchant_id, 'x', 'x', created_at FROM merchant
