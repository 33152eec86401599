create table t2c_import (
    id           varchar(36)  not null primary key,
    status       varchar(16)  not null,
    file_name    varchar(255) not null,
    file_bytes   bigint       not null,
    mapping      text         not null,
    teams        text,
    imported_by  varchar(64)  not null,
    created_at   timestamp(3) with time zone not null,
    started_at   timestamp(3) with time zone,
    finished_at  timestamp(3) with time zone,
    worker       varchar(36),
    lease_until  timestamp(3) with time zone,
    last_line    bigint       not null default 0,
    bytes_read   bigint       not null default 0,
    rows_read    bigint       not null default 0,
    created      bigint       not null default 0,
    unchanged    bigint       not null default 0,
    rejected     bigint       not null default 0,
    won          bigint       not null default 0,
    lost         bigint       not null default 0,
    running      bigint       not null default 0,
    failure      varchar(2000)
);
create index t2c_import_newest on t2c_import (created_at desc, id);

create table t2c_import_chunk (
    import_id    varchar(36)  not null references t2c_import (id),
    chunk_number integer      not null,
    content      binary varying(1048576) not null,
    primary key (import_id, chunk_number)
);

create table t2c_import_unchanged (
    import_id      varchar(36) not null references t2c_import (id),
    opportunity_id varchar(64) not null,
    line_number    bigint      not null,
    primary key (import_id, opportunity_id)
);

create table t2c_import_rejected (
    import_id    varchar(36)   not null references t2c_import (id),
    line_number  bigint        not null,
    fault_number integer       not null,
    column_name  varchar(255),
    field_value  varchar(255),
    code         varchar(32)   not null,
    reason       varchar(2000) not null,
    primary key (import_id, line_number, fault_number)
);

create table t2c_team_member (
    member  varchar(64) not null,
    manager varchar(64) not null,
    primary key (member, manager)
);
create index t2c_team_member_manager on t2c_team_member (manager);
