-- The one-time link by which whoever has the server's files sets up an account anew; only its hash is kept.
create table account_renewal (
    token_hash bytea primary key,
    account uuid not null references account (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Failed sign-ins with accounts of the console itself, counted alike on all consoles. Short-lived: see last_at.
create table sign_in_failure (
    -- hash of what is counted: an address, an account at an address, an account from anywhere, a device
    counted bytea primary key,
    -- hash of the account's name, null when an address is counted
    account bytea,
    failures integer not null,
    last_at timestamptz not null,
    rests_until timestamptz
);
create index sign_in_failure_last on sign_in_failure (last_at);

-- Browsers that signed in with an account before: others' failures do not keep them out. Only hashes of their cookies.
create table known_device (
    token_hash bytea primary key,
    account uuid not null references account (id) on delete cascade,
    seen_at timestamptz not null
);
create index known_device_of_account on known_device (account, seen_at desc);

-- Logout tokens of identity providers that were taken: none is taken twice. Kept for as long as one is valid.
create table logout_token (
    token_hash bytea primary key,
    taken_at timestamptz not null
);
