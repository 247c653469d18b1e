-- Installations, their immutable revisions, and wizard drafts.
create table installation (
    id uuid primary key,
    name text not null,
    created_by text not null,
    created_at timestamptz not null
);
create unique index installation_name on installation (lower(name));

create table installation_revision (
    installation_id uuid not null references installation (id) on delete cascade,
    number integer not null check (number > 0),
    cluster_id uuid not null,
    settings jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    comment text not null,
    primary key (installation_id, number)
);

-- Secret texts of settings, sealed; settings hold only the id.
create table installation_secret (
    id uuid primary key,
    sealed bytea not null,
    created_by text not null,
    created_at timestamptz not null
);

create table installation_draft (
    id uuid primary key,
    person text not null,
    kept_at timestamptz not null,
    content jsonb not null
);
create index installation_draft_person on installation_draft (person, kept_at desc);

create function refuse_revision_change() returns trigger language plpgsql as $$
begin
    raise exception 'A revision is never changed';
end
$$;
create trigger installation_revision_is_immutable
    before update on installation_revision
    for each row execute function refuse_revision_change();
