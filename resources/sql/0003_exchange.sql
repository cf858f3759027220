-- The durable queues through which everything from and to the network passes, and what is remembered of it. The ids of the three tables
-- come from one sequence (id_blocks, "exchange"), so that an id names one thing and the order of ids is the order of commits.
-- Times are ms since 1970 UTC. BYTEA is SQLite's BLOB as well (a declared type changes nothing about bytes there).
--
-- The queues have these columns in common: `due_at` is NULL while a row cannot be taken (taken already, ended, waiting for a person, or
-- behind another row of its subject), 0 when it can be taken now, else when. `claim` counts how often the row was taken: an end that
-- bears an older number comes from somebody who has lost the row. `in_doubt` is 1 when an earlier attempt may have reached the other side.

CREATE TABLE exchange_inbox (
    id {id},
    service TEXT NOT NULL,
    account TEXT NOT NULL,
    operation TEXT NOT NULL,
    subject TEXT {binary},
    natural_key TEXT {binary},
    kind TEXT NOT NULL CHECK (kind IN ('idempotent', 'look_up', 'once')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'waiting', 'done', 'attention', 'unknown', 'cancelled')),
    due_at BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    in_doubt BIGINT NOT NULL DEFAULT 0,
    claim BIGINT NOT NULL DEFAULT 0,
    owner TEXT,
    error_code TEXT,
    error_detail TEXT,
    error_where TEXT,
    result TEXT,
    cause_id BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    closed_at BIGINT,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    remote TEXT,
    headers TEXT,
    status BIGINT,
    answer TEXT,
    body BYTEA
);
CREATE INDEX exchange_inbox_due ON exchange_inbox (service, account, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX exchange_inbox_subject ON exchange_inbox (service, subject, closed_at, id) WHERE subject IS NOT NULL;
CREATE UNIQUE INDEX exchange_inbox_key ON exchange_inbox (service, operation, natural_key) WHERE natural_key IS NOT NULL;
CREATE INDEX exchange_inbox_owner ON exchange_inbox (owner) WHERE owner IS NOT NULL;
CREATE INDEX exchange_inbox_service ON exchange_inbox (service, id);
CREATE INDEX exchange_inbox_state ON exchange_inbox (state, id) WHERE state <> 'done';

CREATE TABLE exchange_outbox (
    id {id},
    service TEXT NOT NULL,
    account TEXT NOT NULL,
    operation TEXT NOT NULL,
    subject TEXT {binary},
    natural_key TEXT {binary},
    kind TEXT NOT NULL CHECK (kind IN ('idempotent', 'look_up', 'once')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'waiting', 'done', 'attention', 'unknown', 'cancelled')),
    due_at BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    in_doubt BIGINT NOT NULL DEFAULT 0,
    claim BIGINT NOT NULL DEFAULT 0,
    owner TEXT,
    error_code TEXT,
    error_detail TEXT,
    error_where TEXT,
    result TEXT,
    cause_id BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    closed_at BIGINT,
    body BYTEA
);
CREATE INDEX exchange_outbox_due ON exchange_outbox (service, account, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX exchange_outbox_subject ON exchange_outbox (service, subject, closed_at, id) WHERE subject IS NOT NULL;
CREATE UNIQUE INDEX exchange_outbox_key ON exchange_outbox (service, operation, natural_key) WHERE natural_key IS NOT NULL;
CREATE INDEX exchange_outbox_cause ON exchange_outbox (cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX exchange_outbox_owner ON exchange_outbox (owner) WHERE owner IS NOT NULL;
CREATE INDEX exchange_outbox_service ON exchange_outbox (service, id);
CREATE INDEX exchange_outbox_state ON exchange_outbox (state, id) WHERE state <> 'done';

-- Each exchange over the network with its redacted request and answer. `row_id` is the row of the outbox or inbox on whose behalf it was
-- made; inbound requests stand here only when they were refused, since the others are rows of the inbox.
CREATE TABLE exchange_journal (
    id {id},
    row_id BIGINT,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    service TEXT NOT NULL,
    account TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    remote TEXT,
    status BIGINT,
    error_code TEXT,
    error_detail TEXT,
    at BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL DEFAULT 0,
    request TEXT,
    answer TEXT
);
CREATE INDEX exchange_journal_row ON exchange_journal (row_id, id) WHERE row_id IS NOT NULL;
CREATE INDEX exchange_journal_service ON exchange_journal (service, id) WHERE row_id IS NULL;
CREATE INDEX exchange_journal_direction ON exchange_journal (direction, id) WHERE row_id IS NULL;

-- Who has taken rows. Its number grows while it lives; one whose number stands still for the length of a lease is dead.
CREATE TABLE exchange_owners (
    owner TEXT NOT NULL PRIMARY KEY,
    beat BIGINT NOT NULL
);

-- One pace and one hold for each account, for all programs on the store. `next_slot` is the microsecond of the next free turn.
CREATE TABLE exchange_accounts (
    account TEXT NOT NULL PRIMARY KEY,
    next_slot BIGINT NOT NULL DEFAULT 0,
    held_at BIGINT,
    held_until BIGINT,
    held_code TEXT,
    held_reason TEXT
);
