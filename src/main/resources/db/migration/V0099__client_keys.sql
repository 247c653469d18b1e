-- Keys by which the console shows an identity provider who it is, instead of a secret (RFC 7523). Private ones are
-- sealed. The newest whose time has come signs; all that are published can be checked against.
create table identity_key (
    id text primary key,
    provider text not null references identity_provider (id) on delete cascade,
    public_key text not null,
    private_key bytea not null,
    created_at timestamptz not null,
    used_from timestamptz not null,
    -- null while no newer one is there
    published_until timestamptz
);
create index identity_key_of_provider on identity_key (provider, used_from desc);
