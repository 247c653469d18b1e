-- What people decided about fields that another manager sets too. Rows are only added: a revision has the newest row
-- of each field and manager among those made at it or at an earlier revision; one without a decision takes it back.
create table installation_field_decision (
    id bigint generated always as identity primary key,
    installation_id uuid not null,
    revision integer not null,
    api_version text not null,
    kind text not null,
    namespace text,
    name text not null,
    field text not null,
    manager text not null,
    decision text,
    decided_by text not null,
    decided_at timestamptz not null,
    foreign key (installation_id, revision) references installation_revision on delete cascade
);
create index installation_field_decision_revision on installation_field_decision (installation_id, revision, id);

create trigger installation_field_decision_is_immutable
    before update on installation_field_decision
    for each row execute function refuse_revision_change();
