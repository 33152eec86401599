-- Looks at whether the process works that somebody is asked to take, and what came of each.
create table t2c_review (
    number    integer     not null primary key,
    kind      varchar(16) not null,
    reviewer  varchar(64) not null,
    first_day date        not null,
    last_day  date        not null,
    opened_at timestamp(3) with time zone not null,
    due_on    date        not null,
    unique (kind, reviewer, last_day)
);
create index t2c_review_due on t2c_review (due_on);

create table t2c_review_decision (
    review     integer       not null primary key references t2c_review (number),
    decision   varchar(16)   not null,
    reason     varchar(2000) not null,
    decided_by varchar(64)   not null,
    decided_at timestamp(3) with time zone not null
);

create trigger t2c_review_append_only before update or delete on t2c_review
    for each row execute function t2c_refuse_change();
create trigger t2c_review_decision_append_only before update or delete on t2c_review_decision
    for each row execute function t2c_refuse_change();
