-- Where entries of the record are sent on to, and how far that has come.
create table audit_target (
    id uuid primary key,
    name text not null unique,
    kind text not null,
    -- host:port for syslog, https://… for a webhook
    address text not null,
    -- one entry in a request instead of several; webhooks only
    single boolean not null,
    -- the private enterprise number under which syslog's structured data tell the entry; empty: they do not
    enterprise text not null,
    -- certificates (PEM) to trust beside the public ones, empty when there are none
    authorities text not null,
    -- signs what a webhook is sent; sealed with the target's id
    secret bytea,
    paused boolean not null,
    -- the last entry that is done with
    position bigint not null,
    -- entries that were removed from the record before they could be sent
    missed bigint not null default 0,
    succeeded_at timestamptz,
    -- since when every try failed, how many these were, when the last was, and with what; null while all is well
    failing_since timestamptz,
    tries integer not null default 0,
    failed_at timestamptz,
    failure text,
    failure_args text[],
    failure_words text,
    created_at timestamptz not null
);
create trigger audit_target_is_announced after insert or update or delete on audit_target
    for each row execute function announce_change('audit-target', 'id');
