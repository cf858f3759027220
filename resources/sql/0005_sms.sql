-- Messages on their way out. The row of a message is the row of the request that it came with: its id is of the sequence of the exchange's
-- queues, and nothing else is written before Planfix is answered. Times are ms since 1970 UTC.
--
-- `provider` is whose turn it is, empty while there is none. `due_at` is NULL while a row cannot be taken, 0 when it can be taken now, else
-- when. `claim` counts how often the row was taken: an end that bears an older number comes from somebody who has lost it. `tried` are the
-- providers that would not have it, `poll_at` is when the provider is asked for its state.
CREATE TABLE sms_messages (
    id {id},
    state TEXT NOT NULL CHECK (state IN ('queued', 'held', 'sending', 'sent', 'delivered', 'undelivered', 'expired', 'rejected', 'unknown',
                                         'blocked', 'cancelled')),
    source TEXT NOT NULL CHECK (source IN ('planfix', 'screen', 'command_line')),
    credential TEXT NOT NULL,
    remote TEXT,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL {binary},
    text TEXT NOT NULL,
    encoding TEXT NOT NULL CHECK (encoding IN ('gsm7', 'ucs2')),
    segments BIGINT NOT NULL,
    task_id BIGINT,
    provider TEXT NOT NULL {binary},
    provider_id TEXT {binary},
    tried TEXT,
    due_at BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    claim BIGINT NOT NULL DEFAULT 0,
    owner TEXT,
    poll_at BIGINT,
    error_code TEXT,
    error_detail TEXT,
    valid_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX sms_messages_due ON sms_messages (provider, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX sms_messages_state ON sms_messages (state, id) WHERE state <> 'delivered';
CREATE INDEX sms_messages_recipient ON sms_messages (recipient, id);
CREATE INDEX sms_messages_provider ON sms_messages (provider, provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX sms_messages_poll ON sms_messages (provider, poll_at) WHERE poll_at IS NOT NULL;

-- Each change of a message's state but the first one, which stands in its row (created_at). Numbers leave gaps.
CREATE TABLE sms_history (
    message_id BIGINT NOT NULL,
    entry_no BIGINT NOT NULL,
    state TEXT NOT NULL,
    at BIGINT NOT NULL,
    provider TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (message_id, entry_no)
) {without_rowid};

-- The parts of messages that a provider has named one by one: a message is delivered when all of them are.
CREATE TABLE sms_parts (
    provider TEXT NOT NULL {binary},
    provider_id TEXT NOT NULL {binary},
    message_id BIGINT NOT NULL,
    part_no BIGINT NOT NULL,
    delivery TEXT NOT NULL,
    PRIMARY KEY (provider, provider_id)
) {without_rowid};
CREATE INDEX sms_parts_message ON sms_parts (message_id);

-- Receipts that came before the answer that names their message.
CREATE TABLE sms_early_receipts (
    provider TEXT NOT NULL {binary},
    provider_id TEXT NOT NULL {binary},
    delivery TEXT NOT NULL,
    detail TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (provider, provider_id)
) {without_rowid};

-- Numbers that are never written to, besides those of the setting sms.stop-list.
CREATE TABLE sms_stop_list (
    recipient TEXT NOT NULL PRIMARY KEY {binary},
    reason TEXT NOT NULL,
    added_at BIGINT NOT NULL
);

-- What several programs on one server must agree upon: which message an equal one repeats, and how many there were in a period.
CREATE TABLE sms_window (
    key TEXT NOT NULL PRIMARY KEY {binary},
    message_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE sms_counts (
    name TEXT NOT NULL {binary},
    period BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (name, period)
) {without_rowid};

-- How a provider stands, told by the program that serves it.
CREATE TABLE sms_providers (
    name TEXT NOT NULL PRIMARY KEY {binary},
    state TEXT NOT NULL CHECK (state IN ('up', 'down', 'paused')),
    trouble TEXT,
    error_code TEXT,
    error_detail TEXT,
    paused_until BIGINT,
    balance TEXT,
    currency TEXT,
    balance_at BIGINT,
    changed_at BIGINT NOT NULL
);

-- Requests whose row is kept by the domain that took them, in the columns that the journal shows of the inbox. What became of the message
-- stands in the message; the request itself was done when it was stored.
CREATE VIEW exchange_inbox_elsewhere AS
SELECT id, 'sms' AS service, 'sms' AS account, 'message' AS operation, CAST(NULL AS TEXT) AS subject, 'done' AS state, 0 AS attempts,
       CAST(NULL AS BIGINT) AS due_at, CAST(NULL AS TEXT) AS error_code, CAST(NULL AS TEXT) AS error_detail, created_at, created_at AS changed_at,
       CAST(NULL AS BIGINT) AS cause_id, 'POST' AS method, '/sms' AS path, remote, 200 AS status, CAST(NULL AS TEXT) AS headers,
       'credential=' || credential || '&from=' || sender || '&to=' || recipient || '&text=' || text AS body,
       '{"status":"ok","id":"' || CAST(id AS TEXT) || '"}' AS answer, CAST(NULL AS TEXT) AS result
FROM sms_messages WHERE source = 'planfix';
