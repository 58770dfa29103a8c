-- The figures' edition, 0 before any figure was computed. Index: figure_edition_pk.
SELECT edition FROM figure_edition
