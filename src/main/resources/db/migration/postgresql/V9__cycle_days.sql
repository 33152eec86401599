alter table t2c_report_deal add column cycle_days integer;
alter table t2c_report_deal add column held integer not null default 0;
alter table t2c_report_deal add column verified integer not null default 0;
