-- The table of db-scheduler (its own layout), one row per durable job.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

-- What a revision would change; documents hold no secret value.
create table rollout_plan (
    id uuid primary key,
    number bigint generated always as identity unique,
    installation_id uuid not null,
    revision int not null,
    cluster_id uuid not null,
    made_at timestamptz not null,
    made_by text not null,
    installation_name text not null,
    cluster_name text not null,
    rendered_hash text not null,
    live jsonb not null,
    report jsonb not null,
    entries jsonb not null,
    decisions jsonb not null default '{}'
);
create index rollout_plan_installation on rollout_plan (installation_id, number desc);

create table rollout (
    id uuid primary key,
    number bigint generated always as identity unique,
    plan_id uuid not null references rollout_plan,
    installation_id uuid not null,
    revision int not null,
    cluster_id uuid not null,
    state text not null,
    started_at timestamptz not null,
    started_by text not null,
    ended_at timestamptz,
    cancelled_by text
);
create unique index rollout_one_active on rollout (installation_id) where state in ('RUNNING', 'CANCELLING');
create index rollout_installation on rollout (installation_id, number desc);

create table rollout_step (
    rollout_id uuid not null references rollout,
    phase text not null,
    position int not null,
    state text not null,
    objects int not null,
    applied int not null default 0,
    attempt int not null default 1,
    words jsonb,
    their_words text,
    problem jsonb,
    started_at timestamptz,
    ended_at timestamptz,
    deadline timestamptz,
    trouble text,
    trouble_since timestamptz,
    unreachable_since timestamptz,
    primary key (rollout_id, phase)
);

create table rollout_event (
    id bigint generated always as identity primary key,
    rollout_id uuid not null references rollout,
    at timestamptz not null,
    kind text not null,
    message jsonb not null,
    words text
);
create index rollout_event_rollout on rollout_event (rollout_id, id);
