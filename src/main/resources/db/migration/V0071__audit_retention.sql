-- How long entries are kept: the newest row holds. Each change is a row, so that a stub can name what it followed.
create table audit_retention (
    version bigint primary key,
    -- null: for ever
    keep_days integer check (keep_days between 90 and 36500),
    legal_hold boolean not null,
    -- why entries are held, or held no longer
    reason text,
    changed_at timestamptz not null,
    changed_by text not null
);
create trigger audit_retention_stays before update or delete on audit_retention
    for each row execute function keep_audit_entry();
create trigger audit_retention_stays_whole before truncate on audit_retention
    for each statement execute function keep_audit_entry();

-- What stands for entries at the beginning of the chain that were removed because their time was over: the chain is
-- checked from the newest stub's hash on.
create table audit_stub (
    to_seq bigint primary key,
    from_seq bigint not null,
    -- of the last entry that was removed
    hash text not null,
    at text not null,
    setting bigint not null references audit_retention,
    keep_days integer not null,
    key_id text not null,
    -- Ed25519 over the word stub, from_seq, to_seq, hash, at, setting and keep_days, each followed by a line feed
    signature bytea not null
);

-- The database itself lets a stub be made only for what may go, whatever the console believes.
create function check_audit_stub() returns trigger language plpgsql set search_path from current as $$
declare
    holds audit_retention%rowtype;
    removed_until bigint;
begin
    -- One at a time; and a hold that is being set right now is waited for, or waits for this.
    perform pg_advisory_xact_lock(7710702);
    lock table audit_retention in share mode;
    select * into holds from audit_retention order by version desc limit 1;
    if holds.version is null or holds.keep_days is null or holds.legal_hold then
        raise exception 'audit entries are kept: no time is set, or they are held';
    end if;
    if new.setting <> holds.version or new.keep_days <> holds.keep_days then
        raise exception 'the stub follows another setting than the one that holds';
    end if;
    select coalesce(max(to_seq), 0) into removed_until from audit_stub;
    if new.from_seq <> removed_until + 1 or new.to_seq < new.from_seq then
        raise exception 'audit entries are removed from the beginning only';
    end if;
    if not exists (select from audit_checkpoint c join audit_entry e using (seq, hash)
                   where seq = new.to_seq and hash = new.hash) then
        raise exception 'audit entries are removed up to a signed checkpoint only';
    end if;
    if exists (select from audit_entry where seq <= new.to_seq and at >= to_char(
            (clock_timestamp() - make_interval(days => holds.keep_days)) at time zone 'utc',
            'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) then
        raise exception 'audit entries are kept for % days', holds.keep_days;
    end if;
    return new;
end
$$;
create trigger audit_stub_is_checked before insert on audit_stub
    for each row execute function check_audit_stub();
create trigger audit_stub_stays before update or delete on audit_stub
    for each row execute function keep_audit_entry();
create trigger audit_stub_stays_whole before truncate on audit_stub
    for each statement execute function keep_audit_entry();

-- A stub is never there beside the entries that it stands for.
create function stub_replaces_entries() returns trigger language plpgsql set search_path from current as $$
begin
    if exists (select from audit_entry where seq <= new.to_seq) then
        raise exception 'a stub stands for audit entries that are still there';
    end if;
    return null;
end
$$;
create constraint trigger audit_stub_replaces after insert on audit_stub deferrable initially deferred
    for each row execute function stub_replaces_entries();

-- Deletes only what prune_audit is removing, and only beside the stub that was made for it in the same transaction.
create function keep_unless_pruned() returns trigger language plpgsql set search_path from current as $$
declare
    until bigint := nullif(current_setting('hexabase.audit_pruned_until', true), '')::bigint;
begin
    if old.seq <= until and exists (
            select from audit_stub where to_seq = until and xmin = pg_current_xact_id()::xid) then
        return old;
    end if;
    raise exception 'audit entries are neither changed nor deleted';
end
$$;
drop trigger audit_entry_stays on audit_entry;
create trigger audit_entry_stays before update on audit_entry
    for each row execute function keep_audit_entry();
create trigger audit_entry_goes_by_stub before delete on audit_entry
    for each row execute function keep_unless_pruned();

-- The one way in which entries go; says how many went.
create function prune_audit(
    from_seq bigint, to_seq bigint, hash text, at text, setting bigint, keep_days integer, key_id text, signature bytea)
    returns bigint language plpgsql security definer set search_path from current as $$
declare
    removed bigint;
begin
    insert into audit_stub (from_seq, to_seq, hash, at, setting, keep_days, key_id, signature)
        values (prune_audit.from_seq, prune_audit.to_seq, prune_audit.hash, prune_audit.at, prune_audit.setting,
            prune_audit.keep_days, prune_audit.key_id, prune_audit.signature);
    perform set_config('hexabase.audit_pruned_until', prune_audit.to_seq::text, true);
    delete from audit_entry where seq <= prune_audit.to_seq;
    get diagnostics removed = row_count;
    perform set_config('hexabase.audit_pruned_until', '', true);
    return removed;
end
$$;

-- The chain goes on after the newest stub when no entry is left.
create or replace function chain_audit_entry() returns trigger language plpgsql as $$
declare
    last record;
begin
    -- One at a time until the transaction ends: whoever comes next must see this entry or know that it will not come.
    perform pg_advisory_xact_lock(7710701);
    select * into last from (
        (select seq, hash from audit_entry order by seq desc limit 1)
        union all
        (select to_seq, audit_stub.hash from audit_stub order by to_seq desc limit 1)) ends
        order by seq desc limit 1;
    new.seq := coalesce(last.seq, 0) + 1;
    new.previous_hash := coalesce(last.hash, repeat('0', 64));
    new.hash := encode(
        sha256(convert_to(new.seq || E'\n' || new.previous_hash || E'\n' || new.record || E'\n', 'UTF8')), 'hex');
    return new;
end
$$;
