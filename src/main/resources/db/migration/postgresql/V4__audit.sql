create table t2c_audit (
    tie            bigint       generated always as identity primary key,
    occurred_at    timestamp(3) with time zone not null,
    user_id        varchar(64),
    door           varchar(16)  not null,
    act            varchar(255) not null,
    opportunity_id varchar(64),
    outcome        varchar(16)  not null,
    status         integer      not null,
    source         varchar(64)  not null
);
create index t2c_audit_newest on t2c_audit (occurred_at desc, tie desc);
create index t2c_audit_user on t2c_audit (user_id, occurred_at desc);
create index t2c_audit_opportunity on t2c_audit (opportunity_id, occurred_at desc);
create index t2c_audit_outcome on t2c_audit (outcome, occurred_at desc);

create index t2c_ledger_entry_by_user on t2c_ledger_entry (recorded_by, recorded_at desc);

create view t2c_audit_trail as
    select occurred_at, user_id, door, act, opportunity_id, outcome, status, source, tie,
        cast(null as text) as detail
    from t2c_audit
    union all
    select recorded_at, recorded_by, cast(null as varchar(16)),
        cast(kind || coalesce(' ' || item, '') as varchar(255)), opportunity_id, cast('done' as varchar(16)),
        cast(null as integer), cast(null as varchar(64)), cast(entry_number as bigint), detail
    from t2c_ledger_entry
    where recorded_by <> 'system';

create table t2c_audit_tidied (
    tidied_on date not null
);
insert into t2c_audit_tidied (tidied_on) values (date '1970-01-01');

create function t2c_refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'What is in the audit trail stays as it was written: % of % is refused.', tg_op, tg_table_name;
end $$;

create trigger t2c_audit_no_update before update on t2c_audit
    for each row execute function t2c_refuse_audit_change();
create trigger t2c_audit_no_truncate before truncate on t2c_audit
    for each statement execute function t2c_refuse_audit_change();
