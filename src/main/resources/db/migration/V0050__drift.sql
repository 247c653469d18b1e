-- What comparing an installation's cluster with what was rolled out last came to; one row per installation.
create table drift_comparison (
    installation_id uuid primary key,
    -- the finished rollout that was compared with
    rollout_id uuid,
    -- the last complete comparison that came to an end
    compared_at timestamptz,
    objects int not null default 0,
    -- since when it could not be compared, and why
    failed_since timestamptz,
    problem jsonb,
    -- when somebody last asked for a comparison
    asked_at timestamptz,
    -- counts the changes, so that every console notices them
    version bigint not null default 0
);

-- Objects that differ; documents hold no secret value.
create table drift_object (
    installation_id uuid not null,
    object text not null,
    document jsonb not null,
    primary key (installation_id, object)
);

-- Differences that somebody wants to be left alone for a while.
create table drift_ignored (
    id uuid primary key,
    installation_id uuid not null,
    object text not null,
    -- null for the whole object
    field text,
    reason text not null,
    ignored_by text not null,
    ignored_at timestamptz not null,
    ends_at timestamptz not null,
    ended_early_at timestamptz,
    ended_early_by text
);
create index drift_ignored_installation on drift_ignored (installation_id, ignored_at desc);

create trigger drift_comparison_changes
    after insert or update or delete on drift_comparison
    for each row execute function announce_change('drift', 'installation_id');
