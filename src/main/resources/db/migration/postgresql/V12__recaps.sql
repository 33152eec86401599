-- Links by which a client answers what was recorded of one conversation: its first entry, and the entry that made the link.
create table t2c_recap (
    id             varchar(22)  not null primary key,
    opportunity_id varchar(64)  not null references t2c_opportunity (id),
    first_entry    integer      not null,
    sent_entry     integer      not null,
    expires_at     timestamp(3) with time zone not null,
    replaced       boolean      not null default false
);
create index t2c_recap_opportunity on t2c_recap (opportunity_id, first_entry);
