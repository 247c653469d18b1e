-- Certificates that installations serve: the chain is public, the key is sealed.
create table certificate (
    id uuid primary key,
    origin text not null,
    chain text not null,
    sealed_key bytea not null,
    created_by text not null,
    created_at timestamptz not null
);
