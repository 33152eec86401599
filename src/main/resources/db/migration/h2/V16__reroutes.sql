-- Which open opportunities somebody moves to an edition, who works on it until when, and what became of each.
create table t2c_reroute (
    id          varchar(36) not null primary key,
    status      varchar(16) not null,
    edition     integer     not null references t2c_edition (number),
    dry_run     boolean     not null,
    asked_by    varchar(64) not null,
    created_at  timestamp(3) with time zone not null,
    started_at  timestamp(3) with time zone,
    finished_at timestamp(3) with time zone,
    worker      varchar(36),
    lease_until timestamp(3) with time zone,
    deals       bigint      not null
);
create index t2c_reroute_newest on t2c_reroute (created_at desc, id);

create table t2c_reroute_deal (
    reroute_id     varchar(36) not null references t2c_reroute (id),
    opportunity_id varchar(64) not null references t2c_opportunity (id),
    outcome        varchar(16) not null,
    stood_in       varchar(64),
    stands_in      varchar(64),
    why            varchar(1000),
    primary key (reroute_id, opportunity_id)
);
create index t2c_reroute_deal_outcome on t2c_reroute_deal (reroute_id, outcome, opportunity_id);
