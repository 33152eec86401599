-- How far the check of all ledgers is, and until when a node is at it.
create table t2c_ledger_sweep (
    one           smallint    not null primary key check (one = 1),
    last_id       varchar(64) not null,
    checked       bigint      not null,
    broken        bigint      not null,
    broken_before bigint      not null,
    taken_until   timestamp(3) with time zone
);
insert into t2c_ledger_sweep (one, last_id, checked, broken, broken_before) values (1, '', 0, 0, 0);
