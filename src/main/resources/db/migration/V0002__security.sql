-- Local accounts. The first one stays as the break-glass account once people sign in through an identity provider.
create table account (
    id uuid primary key default gen_random_uuid(),
    username text not null,
    display_name text not null,
    password_hash text not null,
    roles text[] not null,
    created_at timestamptz not null default now(),
    last_sign_in_at timestamptz
);
create unique index account_username on account (lower(username));

-- The one-time link that creates the first administrator; only its hash is kept.
create table setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
