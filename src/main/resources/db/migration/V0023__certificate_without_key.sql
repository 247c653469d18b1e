-- Keys go when their installation's record is closed.
alter table certificate alter column sealed_key drop not null;
