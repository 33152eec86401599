create table t2c_opportunity (
    id                  varchar(64)   not null primary key,
    account             varchar(255)  not null,
    owner               varchar(64)   not null,
    deal_value          numeric(19, 2),
    currency            char(3),
    deal_type           varchar(32)   not null,
    roadmap             varchar(255)  not null,
    status              varchar(32)   not null,
    stage               varchar(64),
    product             varchar(255),
    process_instance_id varchar(64),
    process_definition_id varchar(255),
    opened_on           date,
    closed_on           date,
    import_id           varchar(36),
    import_line         bigint,
    created_at          timestamp(3) with time zone not null,
    ledger_entries      integer       not null default 0,
    ledger_mac          varchar(64)   not null default '',
    ledger_seal         varchar(64)   not null default ''
);
create index t2c_opportunity_newest on t2c_opportunity (created_at desc, id);
create index t2c_opportunity_owner on t2c_opportunity (owner, created_at desc);
create index t2c_opportunity_stage on t2c_opportunity (status, stage, created_at desc);

create table t2c_personal_text (
    id             varchar(36)  not null primary key,
    opportunity_id varchar(64)  not null references t2c_opportunity (id),
    salt           varchar(36)  not null,
    contact        varchar(255),
    words          text         not null
);
create index t2c_personal_text_opportunity on t2c_personal_text (opportunity_id);

create table t2c_ledger_entry (
    opportunity_id     varchar(64)  not null references t2c_opportunity (id),
    entry_number       integer      not null,
    previous_number    integer,
    kind               varchar(32)  not null,
    item               varchar(64),
    provenance         varchar(16),
    detail             text         not null,
    channel            varchar(16),
    proof              varchar(32),
    link               varchar(2000),
    occurred_on        date,
    recorded_by        varchar(64)  not null,
    recorded_at        timestamp(3) with time zone not null,
    conversation       varchar(255),
    task_id            varchar(64),
    process_definition varchar(255),
    process_version    integer,
    personal_id        varchar(36),
    personal_digest    varchar(64),
    mac                varchar(64)  not null,
    primary key (opportunity_id, entry_number),
    foreign key (opportunity_id, previous_number) references t2c_ledger_entry (opportunity_id, entry_number),
    check (previous_number is null and entry_number = 1
        or previous_number is not null and previous_number = entry_number - 1)
);

create function t2c_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % of % is refused.', tg_op, tg_table_name;
end $$;

create trigger t2c_ledger_entry_append_only before update or delete on t2c_ledger_entry
    for each row execute function t2c_refuse_change();
create trigger t2c_ledger_entry_no_truncate before truncate on t2c_ledger_entry
    for each statement execute function t2c_refuse_change();
