alter table t2c_opportunity add column reported_entries integer not null default 0;
alter table t2c_opportunity add column unreported smallint
    generated always as (case when ledger_entries <> reported_entries then 1 end);
create index t2c_opportunity_unreported on t2c_opportunity (unreported, id);

create table t2c_report_feed (
    one           smallint not null primary key check (one = 1),
    model_version integer  not null,
    change_number bigint   not null
);
insert into t2c_report_feed (one, model_version, change_number) values (1, 0, 0);

create table t2c_report_deal (
    opportunity_id   varchar(64)  not null primary key,
    owner            varchar(64)  not null,
    roadmap          varchar(255) not null,
    deal_type        varchar(32)  not null,
    size_band        varchar(16)  not null,
    deal_value       numeric(19, 2),
    currency         char(3),
    product          varchar(255),
    origin           varchar(16)  not null,
    status           varchar(32)  not null,
    stage            varchar(64),
    opened_on        date         not null,
    closed_on        date,
    last_heard_on    date,
    adherence_band   varchar(16)  not null,
    applicable       integer      not null,
    met_in_time      integer      not null,
    rerouted         boolean      not null,
    gained           integer      not null,
    claimed          integer      not null,
    late             integer      not null,
    off_the_map      integer      not null,
    recordings       integer      not null,
    in_bursts        integer      not null,
    worded           integer      not null,
    alike            integer      not null,
    thin             integer      not null
);
create index t2c_report_deal_owner on t2c_report_deal (owner, closed_on);
create index t2c_report_deal_closed on t2c_report_deal (closed_on);
create index t2c_report_deal_opened on t2c_report_deal (opened_on);

create table t2c_report_gate (
    opportunity_id varchar(64)  not null,
    stage          varchar(64)  not null,
    owner          varchar(64)  not null,
    roadmap        varchar(255) not null,
    deal_type      varchar(32)  not null,
    size_band      varchar(16)  not null,
    status         varchar(32)  not null,
    opened_on      date         not null,
    closed_on      date,
    entered_on     date         not null,
    passed_on      date,
    days           integer,
    passage        varchar(16),
    required       integer      not null,
    met_in_time    integer      not null,
    waived         integer      not null,
    primary key (opportunity_id, stage)
);
create index t2c_report_gate_owner on t2c_report_gate (owner, stage);
create index t2c_report_gate_closed on t2c_report_gate (closed_on);

create table t2c_report_item (
    opportunity_id varchar(64)  not null,
    item           varchar(64)  not null,
    owner          varchar(64)  not null,
    roadmap        varchar(255) not null,
    deal_type      varchar(32)  not null,
    size_band      varchar(16)  not null,
    status         varchar(32)  not null,
    opened_on      date         not null,
    closed_on      date,
    stage          varchar(64),
    at_gate        varchar(16),
    state          varchar(16)  not null,
    asked          integer      not null,
    gained_at_ask  integer,
    gained_on      date,
    waived_by      varchar(64),
    primary key (opportunity_id, item)
);
create index t2c_report_item_skipped on t2c_report_item (item, deal_type, size_band, at_gate, status);
create index t2c_report_item_owner on t2c_report_item (owner, item);
