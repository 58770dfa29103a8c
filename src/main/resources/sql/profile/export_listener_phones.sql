-- Phones that hear a merchant's payments, ended ones too; their secrets are left out. Index: listener_phone_slot_uq for those
-- that listen, else all of them: there are few.
SELECT listener_phone_id AS "listenerPhoneId", outlet_id AS "outletId", name, invited_at AS "invitedAt",
       paired_at AS "pairedAt", last_heard_at AS "lastHeardAt", ended_at AS "endedAt"
FROM listener_phone
WHERE merchant_id = $1
ORDER BY invited_at, listener_phone_id
