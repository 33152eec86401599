-- The edition that a deal runs on, and facts counted by what reports ask for. The read models are built anew at the start.
alter table t2c_report_deal add column edition integer not null default 0;
alter table t2c_report_gate add column edition integer not null default 0;
alter table t2c_report_item add column edition integer not null default 0;
alter table t2c_report_item add column days integer;
alter table t2c_report_deal alter column currency set data type varchar(3);

create table t2c_tally_deals_ended (
    on_day         date           not null,
    roadmap        varchar(255)   not null,
    edition        integer        not null,
    deal_type      varchar(32)    not null,
    size_band      varchar(16)    not null,
    status         varchar(32)    not null,
    origin         varchar(16)    not null,
    adherence_band varchar(16)    not null,
    product        varchar(255)   not null,
    currency       varchar(3)     not null,
    deals          bigint         not null,
    deal_value     numeric(25, 2) not null,
    valued         bigint         not null,
    cycle_days     bigint         not null,
    timed          bigint         not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, status, origin, adherence_band, product, currency)
);
create table t2c_tally_owners_ended (
    on_day    date         not null,
    roadmap   varchar(255) not null,
    edition   integer      not null,
    deal_type varchar(32)  not null,
    size_band varchar(16)  not null,
    status    varchar(32)  not null,
    origin    varchar(16)  not null,
    owner     varchar(64)  not null,
    deals     bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, status, origin, owner)
);
create table t2c_tally_owners_begun (
    on_day      date         not null,
    roadmap     varchar(255) not null,
    edition     integer      not null,
    deal_type   varchar(32)  not null,
    size_band   varchar(16)  not null,
    origin      varchar(16)  not null,
    owner       varchar(64)  not null,
    deals       bigint       not null,
    rerouted    bigint       not null,
    applicable  bigint       not null,
    met_in_time bigint       not null,
    held        bigint       not null,
    verified    bigint       not null,
    gained      bigint       not null,
    claimed     bigint       not null,
    late        bigint       not null,
    off_the_map bigint       not null,
    recordings  bigint       not null,
    in_bursts   bigint       not null,
    worded      bigint       not null,
    alike       bigint       not null,
    thin        bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, origin, owner)
);
create table t2c_tally_cycles (
    on_day     date         not null,
    roadmap    varchar(255) not null,
    edition    integer      not null,
    deal_type  varchar(32)  not null,
    size_band  varchar(16)  not null,
    status     varchar(32)  not null,
    origin     varchar(16)  not null,
    cycle_days integer      not null,
    deals      bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, status, origin, cycle_days)
);
create table t2c_tally_passages (
    on_day    date         not null,
    roadmap   varchar(255) not null,
    edition   integer      not null,
    deal_type varchar(32)  not null,
    size_band varchar(16)  not null,
    status    varchar(32)  not null,
    stage     varchar(64)  not null,
    passage   varchar(16)  not null,
    deals     bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, status, stage, passage)
);
create table t2c_tally_gates (
    on_day      date         not null,
    roadmap     varchar(255) not null,
    edition     integer      not null,
    deal_type   varchar(32)  not null,
    size_band   varchar(16)  not null,
    status      varchar(32)  not null,
    stage       varchar(64)  not null,
    owner       varchar(64)  not null,
    deals       bigint       not null,
    passed      bigint       not null,
    required    bigint       not null,
    met_in_time bigint       not null,
    waived      bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, status, stage, owner)
);
create table t2c_tally_gate_days (
    on_day    date         not null,
    roadmap   varchar(255) not null,
    edition   integer      not null,
    deal_type varchar(32)  not null,
    size_band varchar(16)  not null,
    stage     varchar(64)  not null,
    days      integer      not null,
    deals     bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, stage, days)
);
create table t2c_tally_items_at_gates (
    on_day    date         not null,
    roadmap   varchar(255) not null,
    edition   integer      not null,
    deal_type varchar(32)  not null,
    size_band varchar(16)  not null,
    status    varchar(32)  not null,
    item      varchar(64)  not null,
    stage     varchar(64)  not null,
    at_gate   varchar(16)  not null,
    deals     bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, status, item, stage, at_gate)
);
create table t2c_tally_asks (
    on_day        date         not null,
    roadmap       varchar(255) not null,
    edition       integer      not null,
    deal_type     varchar(32)  not null,
    size_band     varchar(16)  not null,
    item          varchar(64)  not null,
    stage         varchar(64)  not null,
    gained_at_ask integer      not null,
    days          integer      not null,
    deals         bigint       not null,
    tried         bigint       not null,
    asked         bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, item, stage, gained_at_ask, days)
);
create table t2c_tally_waivers (
    on_day    date         not null,
    roadmap   varchar(255) not null,
    edition   integer      not null,
    deal_type varchar(32)  not null,
    size_band varchar(16)  not null,
    stage     varchar(64)  not null,
    at_gate   varchar(16)  not null,
    waived_by varchar(64)  not null,
    deals     bigint       not null,
    primary key (on_day, roadmap, edition, deal_type, size_band, stage, at_gate, waived_by)
);

-- Whoever asks for a team reads its facts from these alone.
drop index t2c_report_deal_owner;
create index t2c_report_deal_owner on t2c_report_deal (owner) include (opened_on, closed_on, status, roadmap, edition,
    deal_type, size_band, origin, adherence_band, product, currency, deal_value, cycle_days);
create index t2c_report_deal_open on t2c_report_deal (owner, opened_on, last_heard_on) include (roadmap, edition, deal_type,
    size_band, origin) where status = 'open';
drop index t2c_report_gate_owner;
create index t2c_report_gate_owner on t2c_report_gate (owner) include (opened_on, closed_on, status, roadmap, edition,
    deal_type, size_band, stage, passage, days);
drop index t2c_report_gate_closed;
create index t2c_report_gate_opened on t2c_report_gate (opened_on) include (owner, status, roadmap, edition, deal_type,
    size_band, stage, days, passed_on, required, met_in_time, waived);
drop index t2c_report_item_owner;
create index t2c_report_item_owner on t2c_report_item (owner) include (opened_on, closed_on, status, roadmap, edition,
    deal_type, size_band, stage, item, at_gate, asked, gained_at_ask, days, waived_by);
drop index t2c_report_item_skipped;
create index t2c_tally_items_skipped on t2c_tally_items_at_gates (item, deal_type, size_band);

-- The deals behind a number.
create index t2c_report_gate_behind on t2c_report_gate (stage, opportunity_id) include (opened_on, closed_on, status);
create index t2c_report_item_behind on t2c_report_item (item, opportunity_id) include (opened_on, closed_on, status);
create index t2c_report_item_granted on t2c_report_item (waived_by, opportunity_id) where waived_by is not null;
