-- A rollout can be paused. A paused one still keeps its installation's place, and its own time stands still.
alter table rollout add column paused_at timestamptz;
alter table rollout add column paused_by text;
alter table rollout add column paused_ms bigint not null default 0;
alter table rollout_step add column paused_ms bigint not null default 0;

drop index rollout_one_active;
create unique index rollout_one_active on rollout (installation_id)
    where state in ('RUNNING', 'PAUSING', 'PAUSED', 'CANCELLING');

-- Replacements of a plan that a person agreed to, one by one.
alter table rollout_plan add column agreed jsonb not null default '[]';
