-- Which releases are published, oldest first: that alone tells whether what is in memory is still whole. Index:
-- release_published_once_uq.
SELECT a.release_id, a.month, a.revision, a.acted_at, a.content_hash, a.key_id
FROM release_act a WHERE a.act = 'APPROVE' ORDER BY a.month, a.revision
