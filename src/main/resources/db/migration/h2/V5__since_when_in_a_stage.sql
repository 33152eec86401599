alter table t2c_opportunity add column stage_since timestamp(3) with time zone;
