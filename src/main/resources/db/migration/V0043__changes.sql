-- Announces what changed to all consoles that listen; the payload is a topic and an id, never content.
-- Equal announcements of one transaction come once, and none comes of a transaction that is rolled back.
create function announce_change() returns trigger language plpgsql as $$
declare
    id text;
begin
    if tg_op = 'DELETE' then
        execute format('select ($1).%I::text', tg_argv[1]) into id using old;
    else
        execute format('select ($1).%I::text', tg_argv[1]) into id using new;
    end if;
    perform pg_notify('console_changes', tg_argv[0] || ' ' || id);
    return null;
end
$$;

create trigger cluster_is_announced after insert or update or delete on cluster
    for each row execute function announce_change('cluster', 'id');
create trigger installation_is_announced after insert or update or delete on installation
    for each row execute function announce_change('installation', 'id');
create trigger installation_revision_is_announced after insert or delete on installation_revision
    for each row execute function announce_change('installation', 'installation_id');
create trigger rollout_is_announced after insert or update or delete on rollout
    for each row execute function announce_change('rollout', 'id');
create trigger rollout_step_is_announced after insert or update or delete on rollout_step
    for each row execute function announce_change('rollout', 'rollout_id');
create trigger rollout_plan_is_announced after insert or update or delete on rollout_plan
    for each row execute function announce_change('plan', 'installation_id');

-- When a step was last worked on or looked at: time in which nobody looked does not count as waiting.
alter table rollout_step add column looked_at timestamptz;
