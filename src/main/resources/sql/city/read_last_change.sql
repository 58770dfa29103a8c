-- When any figure last changed. Index: figure_edition_pk.
SELECT changed_at FROM figure_edition
