-- The keyset that seals secrets, itself sealed with a key that is never in the database.
create table sealing_keyset (
    id smallint primary key check (id = 1),
    sealed text not null,
    created_at timestamptz not null
);
