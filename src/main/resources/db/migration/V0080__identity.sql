-- OpenID Connect providers that people sign in through. The client's secret is sealed with the provider's id.
create table identity_provider (
    id text primary key,
    name text not null,
    issuer text not null,
    client_id text not null,
    client_secret bytea,
    scopes text[] not null,
    name_claim text not null,
    roles_claim text not null,
    -- certificates (PEM) to trust beside the public ones, empty when there are none
    authorities text not null,
    is_on boolean not null,
    -- when somebody last signed in on trial and would have had a role
    tested_at timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

-- Which value of the roles claim gives which role.
create table identity_role_rule (
    provider text not null references identity_provider (id) on delete cascade,
    value text not null,
    role text not null,
    primary key (provider, value, role)
);
