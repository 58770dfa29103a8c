-- Gives up the numbers under which a merchant was paid; $2 is the moment. Index: virtual_account_merchant_ix.
DELETE FROM virtual_account WHERE merchant_id = $1 AND created_at <= $2::timestamptz
