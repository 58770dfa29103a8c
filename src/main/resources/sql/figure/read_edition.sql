-- How often figures have changed. Index: figure_edition_pk.
SELECT edition FROM figure_edition
