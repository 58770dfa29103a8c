-- Gives payment its indexes back.
SET maintenance_work_mem = '2GB';
ALTER TABLE payment ADD CONSTRAINT payment_pk PRIMARY KEY (payment_id);
CREATE INDEX payment_recorded_xid_ix ON payment (recorded_xid);
CREATE INDEX payment_merchant_ix ON payment (merchant_id, business_date, payment_id) WHERE merchant_id IS NOT NULL;
VACUUM ANALYZE;
