-- Lists serials taken back whose codes have not expired, for the published key list. Index: qr_revocation_expires_ix.
SELECT serial FROM qr_revocation WHERE expires_at >= $1
