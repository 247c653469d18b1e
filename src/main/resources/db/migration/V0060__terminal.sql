-- Programs that people ran in containers: who, where, why, and how each ended. What was typed and shown is not kept:
-- it may hold secrets.
create table terminal_session (
    id uuid primary key,
    opened_by text not null,
    cluster_id uuid not null,
    cluster_name text not null,
    namespace text not null,
    pod text not null,
    container text not null,
    command text[] not null,
    reason text not null,
    started_at timestamptz not null,
    -- the console's last sign of life for a session that goes on
    seen_at timestamptz not null,
    ended_at timestamptz,
    end_kind text,
    exit_code int,
    end_words text,
    bytes_in bigint not null default 0,
    bytes_out bigint not null default 0
);
create index terminal_session_started on terminal_session (started_at desc);
