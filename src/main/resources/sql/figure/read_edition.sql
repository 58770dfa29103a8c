-- What answers made of figures follow from: how often figures changed (0 before any was computed), the places' version, all
-- denominators, targets and campaigns, how much work waits, and which published months do. Answers made of rollups follow
-- besides from what is folded into them and from what changed since figures were computed. Indexes: figure_edition_pk,
-- place_version_pk, recon_case_unresolved_ix, figure_day_dirty_ix, adoption_watermark_pk; baseline, target and campaign hold
-- some hundred rows, figure_mark is as good as empty.
SELECT e.edition, concat_ws('.', e.edition, (SELECT version FROM place_version),
    (SELECT sum(hashtextextended(b::text, 0)) FROM baseline b),
    (SELECT sum(hashtextextended(t::text, 0)) FROM target t),
    (SELECT sum(hashtextextended(c::text, 0)) FROM campaign c),
    (SELECT count(*) FROM recon_case WHERE status <> 'RESOLVED'),
    (SELECT count(*) FROM recon_case WHERE status <> 'RESOLVED' AND kind = 'CODE_TAMPERED'),
    (SELECT string_agg(w.month::text, ',' ORDER BY w.month) FROM released_month_waiting w)) AS known,
    concat_ws('.', (SELECT folded_xid FROM adoption_watermark), (SELECT last_value FROM figure_mark_mark_id_seq),
    (SELECT count(*) FROM figure_mark)) AS folded
FROM figure_edition e
