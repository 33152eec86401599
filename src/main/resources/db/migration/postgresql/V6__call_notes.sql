-- What a rep prepares for a conversation. No evidence: it can be changed and emptied.
create table t2c_call_notes (
    opportunity_id varchar(64)  not null references t2c_opportunity (id),
    conversation   varchar(255) not null,
    questions      text         not null,
    concerns       text         not null,
    fallback_ask   text         not null,
    notes          text         not null,
    version        integer      not null,
    written_by     varchar(64)  not null,
    written_at     timestamp(3) with time zone not null,
    primary key (opportunity_id, conversation)
);
