-- What a role holds for: everything, or the installations and clusters chosen. Ids stay when what they name is gone.
alter table identity_role_rule
    add column limited boolean not null default false,
    add column installations uuid[] not null default '{}',
    add column clusters uuid[] not null default '{}';
