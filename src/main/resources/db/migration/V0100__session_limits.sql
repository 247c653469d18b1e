-- How long sessions last: the newest row holds on all consoles; without one, the settings each console was started with.
create table session_limits (
    version bigint primary key,
    idle_minutes integer not null,
    longest_minutes integer not null,
    recheck_minutes integer not null,
    step_up_minutes integer not null,
    changed_at timestamptz not null,
    changed_by text not null
);
