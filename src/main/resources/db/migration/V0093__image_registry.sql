-- Image registries (OCI Distribution). The password is sealed with the registry's id.
create table image_registry (
    id uuid primary key,
    -- host and optional port
    address text not null,
    account text not null,
    password bytea,
    -- certificates (PEM) to trust beside the public ones, empty when there are none
    authorities text not null,
    -- what the last test asked for; empty before the first one and after each change
    checked_image text not null default '',
    checked_at timestamptz,
    -- why it failed, as code and arguments; null when it did not
    check_problem text,
    check_args text[] not null default '{}',
    check_words text,
    -- what was found
    check_digest text,
    check_sign_in text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (address, account)
);
