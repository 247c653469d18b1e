-- One row about this console itself.
create table console_instance (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now()
);
insert into console_instance default values;
