alter table t2c_opportunity add column quiet_since date;
alter table t2c_opportunity add column coaching varchar(16);
alter table t2c_opportunity add column coaching_since date;

update t2c_opportunity set quiet_since = coalesce(
    (select max(cast(e.recorded_at as date)) from t2c_ledger_entry e
     where e.opportunity_id = t2c_opportunity.id and e.kind in ('gained', 'not-yet', 'declined')),
    cast(created_at as date));

alter table t2c_opportunity alter column quiet_since set not null;
create index t2c_opportunity_quiet on t2c_opportunity (status, process_definition_id, stage, quiet_since);
create index t2c_opportunity_coaching on t2c_opportunity (coaching, coaching_since);
