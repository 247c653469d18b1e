-- Practice clusters as they were left, object by object.
create table practice_cluster (
    name text primary key,
    site text not null,
    version bigint not null,
    troubles text[] not null
);
create table practice_object (
    cluster text not null references practice_cluster (name) on delete cascade,
    kind text not null,
    namespace text not null,
    name text not null,
    content text not null,
    primary key (cluster, kind, namespace, name)
);
