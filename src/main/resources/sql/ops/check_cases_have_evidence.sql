-- Cases that were opened without evidence, and later pieces that hold none; for checks only. Index: none.
SELECT count(*) OVER () AS offenders, e.case_id || ' ' || e.what AS offender
FROM (SELECT case_id, kind AS what, evidence FROM recon_case
      UNION ALL
      SELECT case_id, act, evidence FROM case_act WHERE act = 'EVIDENCE' OR resolution = 'AUTO') e
WHERE e.evidence IS NULL OR e.evidence = '{}'
LIMIT 10
