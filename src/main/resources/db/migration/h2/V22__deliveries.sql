-- Up to which entry each ledger was delivered to another system, and what keeps the rest.
alter table t2c_opportunity add column delivered_entries integer not null default 0;
alter table t2c_opportunity add column undelivered smallint
    generated always as (case when ledger_entries <> delivered_entries then 1 end);
create index t2c_opportunity_undelivered on t2c_opportunity (undelivered, id);

create table t2c_delivery_start (
    one      smallint not null primary key check (one = 1),
    begun_at timestamp(3) with time zone
);
insert into t2c_delivery_start (one, begun_at) values (1, null);

create table t2c_delivery (
    opportunity_id varchar(64)  not null primary key,
    worker         varchar(36),
    lease_until    timestamp(3) with time zone,
    attempts       integer      not null default 0,
    next_at        timestamp(3) with time zone,
    fault          varchar(500),
    dead_at        timestamp(3) with time zone
);
create index t2c_delivery_dead on t2c_delivery (dead_at, opportunity_id);
