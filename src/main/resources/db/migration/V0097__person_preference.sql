-- What people chose about how the console looks to them, so that it follows them to another browser.
create table person_preference (
    -- 'local' or the id of an identity provider
    provider text not null,
    subject text not null,
    name text not null,
    value text not null,
    changed_at timestamptz not null,
    primary key (provider, subject, name)
);
