-- That a person's name and words were erased on request: when, by whom, why, and how much. Not whose.
create table t2c_erasure (
    id            varchar(36)   not null primary key,
    erased_at     timestamp(3) with time zone not null,
    erased_by     varchar(64)   not null,
    reason        varchar(1000) not null,
    deals         integer       not null,
    texts         integer       not null,
    call_notes    integer       not null,
    rejected_rows integer       not null
);
create index t2c_erasure_newest on t2c_erasure (erased_at desc, id);

create trigger t2c_erasure_append_only before update or delete on t2c_erasure
    for each row execute function t2c_refuse_change();
