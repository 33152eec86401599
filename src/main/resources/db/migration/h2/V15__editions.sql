-- Numbered, complete sets of diagrams, table and forms. The files are the engine's, in the deployment.
create table t2c_edition (
    number        integer      not null primary key,
    deployment_id varchar(64)  not null unique,
    name          varchar(255),
    proposed_by   varchar(64)  not null,
    proposed_at   timestamp(3) with time zone not null,
    compared_with integer references t2c_edition (number),
    weakens       boolean      not null,
    changes       text         not null
);

create table t2c_edition_decision (
    edition    integer       not null primary key references t2c_edition (number),
    decision   varchar(16)   not null,
    words      varchar(2000) not null,
    decided_by varchar(64)   not null,
    decided_at timestamp(3) with time zone not null
);

-- What ran before there were editions is the first: new deals started on it.
insert into t2c_edition (number, deployment_id, name, proposed_by, proposed_at, compared_with, weakens, changes)
select 1, d.id_, d.name_, 'system', d.deploy_time_, null, false, '[]'
from act_re_procdef p join act_re_deployment d on d.id_ = p.deployment_id_
where p.key_ = 'target-to-close'
  and p.version_ = (select max(version_) from act_re_procdef where key_ = 'target-to-close');
insert into t2c_edition_decision (edition, decision, words, decided_by, decided_at)
select number, 'committed', 'It ran before there were editions.', 'system', proposed_at from t2c_edition;

alter table t2c_replay add column edition integer references t2c_edition (number);
create index t2c_replay_edition on t2c_replay (edition, created_at desc);

create trigger t2c_edition_append_only before update, delete on t2c_edition
    for each row call "com.targettoclose.ledger.RefuseChange";
create trigger t2c_edition_decision_append_only before update, delete on t2c_edition_decision
    for each row call "com.targettoclose.ledger.RefuseChange";
