-- Taking an installation from its cluster: a plan that removes says what stays; records are closed, never lost.
alter table rollout_plan add column removal jsonb;

alter table installation add column deleted_at timestamptz;
alter table installation add column deleted_by text;
alter table installation add constraint installation_deleted_by_somebody
    check ((deleted_at is null) = (deleted_by is null));
-- A name is free again once the record that had it is closed.
drop index installation_name;
create unique index installation_name on installation (lower(name)) where deleted_at is null;

-- Which objects of somebody else a plan takes over, and who decided that.
alter table rollout_plan add column adoptions jsonb not null default '[]';
