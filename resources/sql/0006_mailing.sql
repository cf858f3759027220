-- Mailing lists as Planfix keeps them up to date through `/mailing`, who must not be written to, and where lists are forwarded to.
-- `email` is an address for people, `email_key` the form in which addresses are compared (lower case, IDNA). Times are ms since 1970 UTC.

-- `code` is what Planfix knows the list by. A deleted list can be brought back for 30 days; then it goes with its members.
CREATE TABLE mailing_lists (
    id {id},
    code TEXT NOT NULL {binary},
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    deleted_at BIGINT
);
CREATE UNIQUE INDEX mailing_lists_code ON mailing_lists (code);
CREATE INDEX mailing_lists_deleted ON mailing_lists (deleted_at) WHERE deleted_at IS NOT NULL;

-- One row for each contact of Planfix in a list (`planfix_id`), and for each address that came without one. Several contacts may share an
-- address: it is written to once, and stays while one of them has it. `version` grows with each change, so that whoever has passed a row
-- on knows whether it is still the same.
CREATE TABLE mailing_members (
    id {id},
    list_id BIGINT NOT NULL REFERENCES mailing_lists (id),
    planfix_id BIGINT,
    email TEXT,
    email_key TEXT {binary},
    first_name TEXT,
    last_name TEXT,
    search_key TEXT NOT NULL {binary},
    version BIGINT NOT NULL DEFAULT 1,
    added_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX mailing_members_person ON mailing_members (list_id, planfix_id) WHERE planfix_id IS NOT NULL;
CREATE INDEX mailing_members_address ON mailing_members (list_id, email_key, id);
CREATE INDEX mailing_members_order ON mailing_members (list_id, id);

-- Who must not be written to, whatever list he is put into again.
CREATE TABLE mailing_suppressions (
    id {id},
    email TEXT NOT NULL,
    email_key TEXT NOT NULL {binary},
    reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'manual')),
    note TEXT,
    list_id BIGINT,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX mailing_suppressions_key ON mailing_suppressions (email_key);

-- What Planfix asked for and what became of it. `problems` is a JSON list of the contacts that were passed over.
CREATE TABLE mailing_requests (
    id {id},
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    list_id BIGINT,
    list_name TEXT,
    remote TEXT,
    error TEXT,
    received BIGINT NOT NULL DEFAULT 0,
    added BIGINT NOT NULL DEFAULT 0,
    updated BIGINT NOT NULL DEFAULT 0,
    removed BIGINT NOT NULL DEFAULT 0,
    unchanged BIGINT NOT NULL DEFAULT 0,
    skipped BIGINT NOT NULL DEFAULT 0,
    suppressed BIGINT NOT NULL DEFAULT 0,
    without_email BIGINT NOT NULL DEFAULT 0,
    duration_ms BIGINT NOT NULL DEFAULT 0,
    problems TEXT
);
CREATE INDEX mailing_requests_list ON mailing_requests (list_id, id);

-- A list that is passed on to a mailing service (`target` is the name in the settings mailing.forward.<name>.*). `revision` grows with each
-- change of the list or of the suppressions, `round` with each time the service has been told.
CREATE TABLE mailing_forwards (
    id {id},
    list_id BIGINT NOT NULL REFERENCES mailing_lists (id),
    target TEXT NOT NULL,
    remote_list TEXT,
    revision BIGINT NOT NULL DEFAULT 0,
    round BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    in_step_at BIGINT,
    compared_at BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX mailing_forwards_place ON mailing_forwards (list_id, target);

-- What the service was last told: the member and its version behind each address.
CREATE TABLE mailing_forwarded (
    forward_id BIGINT NOT NULL REFERENCES mailing_forwards (id),
    email_key TEXT NOT NULL {binary},
    email TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    remote_id TEXT,
    PRIMARY KEY (forward_id, email_key)
) {without_rowid};
