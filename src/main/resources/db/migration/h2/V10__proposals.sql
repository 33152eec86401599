-- Which entries of the ledger propose a change of the process, and which answer one. What they say stands in the ledger.
create table t2c_proposal (
    opportunity_id varchar(64) not null,
    entry_number   integer     not null,
    proposed_by    varchar(64) not null,
    proposed_at    timestamp(3) with time zone not null,
    answered_entry integer,
    primary key (opportunity_id, entry_number),
    foreign key (opportunity_id, entry_number) references t2c_ledger_entry (opportunity_id, entry_number),
    foreign key (opportunity_id, answered_entry) references t2c_ledger_entry (opportunity_id, entry_number)
);
create index t2c_proposal_newest on t2c_proposal (proposed_at desc, opportunity_id, entry_number desc);
create index t2c_proposal_by on t2c_proposal (proposed_by, proposed_at desc);
