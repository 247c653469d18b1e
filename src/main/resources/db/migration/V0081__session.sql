-- Who is signed in, on whichever console: what is ended here ends there within a second.
create table person_session (
    id uuid primary key,
    account text not null,
    -- 'local' or the id of an identity provider
    provider text not null,
    subject text not null,
    -- the provider's own name for its session (claim sid)
    provider_session text,
    address text,
    agent text,
    signed_in_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz,
    ended_by text
);
create index person_session_of_provider on person_session (provider, subject) where ended_at is null;
create index person_session_of_account on person_session (account, provider, signed_in_at desc);
create index person_session_ended on person_session (ended_at);
