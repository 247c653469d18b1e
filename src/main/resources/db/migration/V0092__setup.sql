-- What an administrator looked through or skipped in the first-time setup; all else is read from the facts themselves.
create table setup_step (
    step text primary key,
    passed_at timestamptz,
    skipped_at timestamptz,
    person text not null
);

-- At most one row: the checklist on the home screen is not wanted any more.
create table setup_checklist (
    id smallint primary key check (id = 1),
    hidden_at timestamptz not null,
    person text not null
);

-- While the key is exchanged both wrappings are kept, so that whichever key is in place opens the keyset.
alter table sealing_keyset
    add next_sealed text,
    add next_by text,
    -- since when this key wraps it
    add key_since timestamptz,
    -- when a copy of the key was last shown to open it
    add recovery_tested_at timestamptz,
    add recovery_tested_by text;
update sealing_keyset set key_since = created_at;
alter table sealing_keyset alter key_since set not null;
