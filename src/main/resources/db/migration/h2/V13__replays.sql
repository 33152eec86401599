-- What somebody asked to be replayed, who works on it until when, how far it is, and what came of it.
create table t2c_replay (
    id          varchar(36) not null primary key,
    status      varchar(16) not null,
    asked_by    varchar(64) not null,
    created_at  timestamp(3) with time zone not null,
    started_at  timestamp(3) with time zone,
    finished_at timestamp(3) with time zone,
    worker      varchar(36),
    lease_until timestamp(3) with time zone,
    deals       bigint      not null default 0,
    replayed    bigint      not null default 0,
    result      text,
    failure     varchar(2000)
);
create index t2c_replay_newest on t2c_replay (created_at desc, id);

-- The files of those that have not ended.
create table t2c_replay_file (
    replay_id varchar(36)  not null references t2c_replay (id),
    file_name varchar(512) not null,
    content   binary large object not null,
    primary key (replay_id, file_name)
);
