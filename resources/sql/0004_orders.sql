-- Orders and what became of each. `agreed` is the order (JSON) as we and its Planfix task last both had it; `conflict` the fields (JSON list)
-- that both sides have changed since, until a person decides. Amounts are exact decimal text, times ms since 1970 UTC.

CREATE TABLE orders (
    id {id},
    number TEXT NOT NULL {binary},
    status TEXT NOT NULL CHECK (status IN ('new', 'confirmed', 'in_progress', 'completed', 'cancelled')),
    client_name TEXT,
    client_phone TEXT,
    client_email TEXT,
    phone_normalized TEXT {binary},
    search_key TEXT NOT NULL {binary},
    address TEXT,
    visit_at BIGINT,
    items TEXT NOT NULL,
    total TEXT,
    currency TEXT,
    comment TEXT,
    extra TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('site', 'file', 'screen', 'command_line', 'planfix')),
    is_test BIGINT NOT NULL DEFAULT 0,
    planfix_id BIGINT,
    agreed TEXT,
    conflict TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX orders_number ON orders (number);
CREATE UNIQUE INDEX orders_planfix ON orders (planfix_id) WHERE planfix_id IS NOT NULL;
CREATE INDEX orders_changed ON orders (changed_at, id);
CREATE INDEX orders_search ON orders (search_key, id);
CREATE INDEX orders_phone ON orders (phone_normalized) WHERE phone_normalized IS NOT NULL;
CREATE INDEX orders_without_task ON orders (id) WHERE planfix_id IS NULL;
CREATE INDEX orders_conflict ON orders (id) WHERE conflict IS NOT NULL;

-- Each change of an order: when, by whom, and what (JSON list of {field, before, after}; empty for events such as the task's creation).
CREATE TABLE order_history (
    order_id BIGINT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    entry_no BIGINT NOT NULL,
    at BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('site', 'file', 'screen', 'command_line', 'planfix')),
    event TEXT NOT NULL,
    changes TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (order_id, entry_no)
) {without_rowid};

-- Until when the changed tasks of a Planfix account have been looked at.
CREATE TABLE order_looks (
    account TEXT NOT NULL PRIMARY KEY,
    looked_at BIGINT NOT NULL
);
