-- Uses a password link up, known by its secret or by its code's hash; of two at once one gets no row. Index: password_link_pk.
UPDATE password_link SET used_at = $4
WHERE merchant_id = $1 AND (secret_hash = $2::bytea OR code_hash = $3::text) AND used_at IS NULL AND expires_at > $4
