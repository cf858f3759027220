-- Employees, companies, contacts, pipelines, deals, where each came from, and the import runs that brought them.
-- Tokens: {id} is the key column's type (SQLite: INTEGER PRIMARY KEY, PostgreSQL: BIGINT PRIMARY KEY), {without_rowid} is SQLite's
-- WITHOUT ROWID, {binary} is COLLATE "C" on PostgreSQL (SQLite compares bytes by itself).
-- A CHECK … IN with more than two values makes SQLite build a table of them for each row: the large tables compare one by one.
-- Times are ms since 1970 UTC, amounts exact decimal text, lists and foreign fields JSON text.

CREATE TABLE id_blocks (
    table_name TEXT NOT NULL PRIMARY KEY,
    next_id BIGINT NOT NULL
);

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- What the store still owes itself: statements to be run before anybody reads, such as the indexes that a bulk load has left off.
CREATE TABLE deferred_steps (
    step_no BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    sql TEXT NOT NULL
);

CREATE TABLE employees (
    id {id},
    name TEXT NOT NULL,
    email TEXT,
    email_normalized TEXT,
    extension TEXT,
    search_key TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX employees_email ON employees (email_normalized);

-- The accounts that records came from: one row for each (source, account).
CREATE TABLE origin_accounts (
    id {id},
    source TEXT NOT NULL,
    account TEXT NOT NULL,
    UNIQUE (source, account)
);

CREATE TABLE pipelines (
    id {id},
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL
);

CREATE TABLE stages (
    id {id},
    pipeline_id BIGINT NOT NULL REFERENCES pipelines (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    color TEXT,
    semantics TEXT NOT NULL CHECK (semantics IN ('open', 'won', 'lost')),
    position BIGINT NOT NULL DEFAULT 0,
    placeholder BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX stages_pipeline ON stages (pipeline_id, position, id);

CREATE TABLE companies (
    id {id},
    title TEXT NOT NULL,
    owner_id BIGINT REFERENCES employees (id),
    tags TEXT,
    custom TEXT,
    unknown TEXT,
    title_key TEXT NOT NULL {binary},
    search_key TEXT NOT NULL {binary},
    source_created_at BIGINT,
    source_changed_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    planfix_id BIGINT
);
CREATE INDEX companies_title ON companies (title_key);
CREATE INDEX companies_search ON companies (search_key, id);

CREATE TABLE contacts (
    id {id},
    name TEXT NOT NULL,
    first_name TEXT,
    middle_name TEXT,
    last_name TEXT,
    position TEXT,
    company_id BIGINT REFERENCES companies (id),
    owner_id BIGINT REFERENCES employees (id),
    tags TEXT,
    custom TEXT,
    unknown TEXT,
    search_key TEXT NOT NULL {binary},
    source_created_at BIGINT,
    source_changed_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    planfix_id BIGINT
);
CREATE INDEX contacts_search ON contacts (search_key, id);
CREATE INDEX contacts_company ON contacts (company_id) WHERE company_id IS NOT NULL;

-- Phones and e-mails of contacts and companies.
CREATE TABLE points (
    entity_kind TEXT NOT NULL CHECK (entity_kind IN ('contact', 'company')),
    entity_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
    value TEXT NOT NULL,
    normalized TEXT {binary},
    extension TEXT,
    type TEXT,
    PRIMARY KEY (entity_kind, entity_id, position)
) {without_rowid};
CREATE INDEX points_normalized ON points (normalized) WHERE normalized IS NOT NULL;

CREATE TABLE deals (
    id {id},
    title TEXT NOT NULL,
    amount TEXT,
    amount_key BIGINT,
    currency TEXT,
    pipeline_id BIGINT REFERENCES pipelines (id),
    stage_id BIGINT REFERENCES stages (id),
    company_id BIGINT REFERENCES companies (id),
    owner_id BIGINT REFERENCES employees (id),
    source TEXT,
    type TEXT,
    loss_reason TEXT,
    closed_at BIGINT,
    tags TEXT,
    custom TEXT,
    unknown TEXT,
    search_key TEXT NOT NULL {binary},
    source_created_at BIGINT,
    source_changed_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    planfix_id BIGINT
);
CREATE INDEX deals_stage ON deals (stage_id, id);
CREATE INDEX deals_search ON deals (search_key, id);
CREATE INDEX deals_company ON deals (company_id) WHERE company_id IS NOT NULL;

CREATE TABLE deal_contacts (
    deal_id BIGINT NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    contact_id BIGINT NOT NULL REFERENCES contacts (id),
    is_main BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (deal_id, contact_id)
) {without_rowid};
CREATE INDEX deal_contacts_contact ON deal_contacts (contact_id);

-- Where a record came from. A record may have several origins (a contact found again as a duplicate in another account).
CREATE TABLE origins (
    account_id BIGINT NOT NULL REFERENCES origin_accounts (id),
    kind TEXT NOT NULL,
    external_id TEXT NOT NULL {binary},
    entity_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind, external_id)
) {without_rowid};
CREATE INDEX origins_entity ON origins (kind, entity_id);

CREATE TABLE import_runs (
    id {id},
    source TEXT NOT NULL,
    account TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('file', 'api')),
    dry_run BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'finished', 'stopped', 'failed', 'undone')),
    path TEXT,
    digest TEXT,
    document_head TEXT,
    options TEXT NOT NULL,
    checkpoint TEXT NOT NULL,
    counters TEXT NOT NULL,
    error TEXT,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    elapsed_ms BIGINT NOT NULL DEFAULT 0
);

-- What was decided about each row of the source, and why. `before` keeps an updated record as it was, for undo; `version` is the
-- record's version after the decision; `raw` keeps a failed row in the source's own form.
CREATE TABLE import_rows (
    run_id BIGINT NOT NULL REFERENCES import_runs (id) ON DELETE CASCADE,
    row_no BIGINT NOT NULL,
    kind TEXT NOT NULL,
    external_id TEXT,
    place TEXT,
    decision TEXT NOT NULL CHECK (decision = 'created' OR decision = 'updated' OR decision = 'skipped' OR decision = 'failed'),
    reason TEXT NOT NULL,
    entity_id BIGINT,
    version BIGINT,
    title TEXT,
    detail TEXT,
    before TEXT,
    raw TEXT,
    PRIMARY KEY (run_id, row_no)
) {without_rowid};
CREATE INDEX import_rows_entity ON import_rows (kind, entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE import_problems (
    run_id BIGINT NOT NULL REFERENCES import_runs (id) ON DELETE CASCADE,
    problem_no BIGINT NOT NULL,
    row_no BIGINT,
    kind TEXT NOT NULL,
    external_id TEXT,
    place TEXT,
    severity TEXT NOT NULL CHECK (severity IN ('warning', 'error')),
    code TEXT NOT NULL,
    arguments TEXT,
    PRIMARY KEY (run_id, problem_no)
) {without_rowid};
