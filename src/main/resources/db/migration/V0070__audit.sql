-- What everybody did and what was refused, as a chain: each entry's hash covers the one before it, so that a row that
-- was changed, put in or taken out shows. Rows are only added.
create table audit_entry (
    seq bigint primary key,
    previous_hash text not null,
    -- lower-case hex of SHA-256 over seq, previous_hash and record, each followed by a line feed
    hash text not null,
    -- one JSON object, exactly as it was hashed
    record text not null,
    -- Copies to search by. Being computed from the record they cannot say anything else.
    at text not null generated always as ((record::jsonb) ->> 'at') stored,
    kind text not null generated always as ((record::jsonb) ->> 'kind') stored,
    result text not null generated always as ((record::jsonb) ->> 'result') stored,
    person text not null generated always as ((record::jsonb) -> 'who' ->> 'name') stored,
    object_type text generated always as ((record::jsonb) -> 'object' ->> 'type') stored,
    object_id text generated always as ((record::jsonb) -> 'object' ->> 'id') stored,
    object_name text generated always as ((record::jsonb) -> 'object' ->> 'name') stored
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_person on audit_entry (lower(person), seq);
create index audit_entry_object on audit_entry (object_type, object_id, seq);
create index audit_entry_kind on audit_entry (kind, seq);

-- The database makes the chain, so that no writer can tie an entry to another place than the end.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
    last audit_entry%rowtype;
begin
    -- One at a time until the transaction ends: whoever comes next must see this entry or know that it will not come.
    perform pg_advisory_xact_lock(7710701);
    select * into last from audit_entry order by seq desc limit 1;
    new.seq := coalesce(last.seq, 0) + 1;
    new.previous_hash := coalesce(last.hash, repeat('0', 64));
    new.hash := encode(
        sha256(convert_to(new.seq || E'\n' || new.previous_hash || E'\n' || new.record || E'\n', 'UTF8')), 'hex');
    return new;
end
$$;

create trigger audit_entry_is_chained before insert on audit_entry
    for each row execute function chain_audit_entry();

create function keep_audit_entry() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are neither changed nor deleted';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function keep_audit_entry();
create trigger audit_entry_stays_whole before truncate on audit_entry
    for each statement execute function keep_audit_entry();

-- Where the chain stood at a time, signed: the end of the chain cannot be cut off unnoticed beyond the last of these.
create table audit_checkpoint (
    seq bigint primary key,
    hash text not null,
    at text not null,
    key_id text not null,
    -- Ed25519 over seq, hash and at, each followed by a line feed
    signature bytea not null
);
create trigger audit_checkpoint_stays before update or delete on audit_checkpoint
    for each row execute function keep_audit_entry();
create trigger audit_checkpoint_stays_whole before truncate on audit_checkpoint
    for each statement execute function keep_audit_entry();

-- Keys that signed checkpoints; a private key is sealed.
create table audit_key (
    id text primary key,
    public_key bytea not null,
    private_key bytea not null,
    created_at timestamptz not null
);
