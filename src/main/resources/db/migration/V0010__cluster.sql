-- Registered clusters. Credentials are sealed with the cluster's id as associated data; practice clusters have none.
create table cluster (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('REAL', 'IN_CLUSTER', 'PRACTICE')),
    server text not null,
    provider text not null,
    region text not null,
    zone text not null,
    jurisdiction text not null,
    version text not null,
    username text not null,
    user_groups text[] not null,
    cluster_uid text,
    sealed_access bytea,
    credentials_expire_at timestamptz,
    practice_shape text,
    registered_at timestamptz not null,
    registered_by text not null,
    check ((kind = 'REAL') = (sealed_access is not null)),
    check ((kind = 'PRACTICE') = (practice_shape is not null))
);
create unique index cluster_name on cluster (lower(name));
