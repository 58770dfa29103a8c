-- Draws the next number of a report; numbers of reports that came to nothing are lost. Index: none.
SELECT nextval('safety_report_no_seq') AS report_no
