-- Forgets what a merchant's outlets were called and their house numbers; district and street stay, for the figures. $2 is
-- the moment. Index: outlet_merchant_ix.
UPDATE outlet SET name = 'Đã xoá', address = 'Đã xoá' WHERE merchant_id = $1 AND created_at <= $2::timestamptz
