-- Where a merchant has itself told of payments; deleted ones too, the secrets are left out. Index:
-- webhook_endpoint_merchant_ix for those that are not deleted, else all of them: there are few.
SELECT endpoint_id AS "endpointId", url, events, disabled_reason AS "disabledReason", created_at AS "createdAt",
       updated_at AS "updatedAt", deleted_at AS "deletedAt"
FROM webhook_endpoint
WHERE merchant_id = $1
ORDER BY endpoint_id
