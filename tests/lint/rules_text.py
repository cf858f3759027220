# SPDX-License-Identifier: GPL-3.0-or-later
"""What may not stand in a source: SQL of others, secrets, waiting, own exceptions, paths of one machine."""
import re

from tree import Finding, without_comments

PRODUCT = ("core", "ui", "app")
STATEMENT = re.compile(
    r"\b(SELECT\s.+?\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER|VIRTUAL)"
    r"|ALTER\s+TABLE|DROP\s+(TABLE|INDEX)|PRAGMA\s+\w+)\b", re.S)
SQL_HOMES = ("core/store", "core/settings", "core/exchange", "core/crm", "core/orders", "core/mailing", "core/migration", "core/sms")
CHANGE = re.compile(r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+(import_\w+|\w+)")
OWNERS = {"core/sms": {"sms_messages", "sms_history", "sms_parts", "sms_early_receipts", "sms_stop_list", "sms_window", "sms_counts",
                       "sms_providers"},
          "core/orders": {"orders", "order_history", "order_looks"},
          "core/mailing": {"mailing_lists", "mailing_members", "mailing_suppressions", "mailing_requests", "mailing_forwards", "mailing_forwarded"},
          "core/exchange": {"exchange_inbox", "exchange_outbox", "exchange_journal", "exchange_owners", "exchange_accounts"},
          "core/migration": {"import_runs", "import_rows", "import_problems"},
          "core/crm": {"employees", "origin_accounts", "pipelines", "stages", "companies", "contacts", "points", "deals", "deal_contacts",
                       "origins", "contact_search"}}
SECRETS = [
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    re.compile(r"\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\."),
    re.compile(r"\b(?:ghp|gho|ghs|github_pat|xox[abp]|sk_live|AKIA)[A-Za-z0-9_-]{16,}"),
    re.compile(r"(?i)\bbearer\s+[A-Za-z0-9._~+/-]{20,}"),
    re.compile(r"(?i)(?:api[_-]?key|token|password|passwd|secret)\W{1,4}(?:=|:|,)?\s*[\"'](?=[^\"']*\d)(?=[^\"']*[A-Za-z])[A-Za-z0-9_\-+/=]{16,}[\"']"),
    re.compile(r"(?i)[?&](?:token|key|password|secret)=[A-Za-z0-9_-]{16,}"),
    re.compile(r"://[\w.-]+:(?=[^@]*\d)[\w.!$*+~-]{6,}@"),
]
WAITING = [
    (re.compile(r"\bprocessEvents\s*\("), "no processEvents: a nested event loop"),
    (re.compile(r"\bQEventLoop\b"), "no QEventLoop: the core is synchronous, the screen never waits"),
    (re.compile(r"(?:->|\.)terminate\s*\("), "no terminate: ask by a stop token"),
]
SLEEP = re.compile(r"\b(?:sleep_for|sleep_until|msleep|usleep|qSleep)\s*\(")
MACHINE = re.compile(r"(?<![\w.])/(?:root|home/[a-z]+/[\w-]+|Users/[a-z]+)/")
READERS = ("core/formats", "core/amocrm", "core/bitrix24")
PHRASES = "core/texts/technical.cpp"
SAID = re.compile(r'ErrorCode::Source(?:Unreadable|Changed)\s*,\s*QStringLiteral\("((?:\\.|[^"\\\n])*)"\)')
LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later"


def sql(file):
    if file.folder in SQL_HOMES:
        for line, text in file.literals():
            for match in CHANGE.finditer(text):
                owner = next((folder for folder, tables in OWNERS.items() if match.group(1) in tables), file.folder)
                if owner != file.folder and file.folder != "core/store":
                    yield Finding("sql", file.path, line, f"{match.group(1)} is written by {owner} only")
        return
    for line, text in file.literals():
        match = STATEMENT.search(text)
        if match:
            yield Finding("sql", file.path, line, f"SQL belongs into resources/sql or a repository: {match.group(0)[:40]}")


def secrets(file):
    for pattern in SECRETS:
        for match in pattern.finditer(file.text):
            yield Finding("secrets", file.path, file.line(match.start()), f"looks like a secret: {match.group(0)[:12]}…")


def waiting(file):
    code = without_comments(file.text)
    for pattern, words in WAITING if file.top in PRODUCT else ():
        for match in pattern.finditer(code):
            yield Finding("waiting", file.path, file.line(match.start()), words)
    if file.top in ("tests", "ui"):
        for match in SLEEP.finditer(code):
            yield Finding("waiting", file.path, file.line(match.start()), "tests and the screen do not sleep: a fake clock, a condition")


def exceptions_of_our_own(file):
    code = re.sub(r'"(?:\\.|[^"\\\n])*"', lambda m: " " * len(m.group(0)), without_comments(file.text))
    for match in re.finditer(r"\bthrow\b", code):
        yield Finding("throw", file.path, file.line(match.start()), "no exceptions of our own: return a Result")


def phrases(file, known):
    for match in SAID.finditer(file.text):
        if match.group(1) not in known:
            yield Finding("phrases", file.path, file.line(match.start()), f"a person will read it: add it to {PHRASES}: {match.group(1)[:40]}")


def check(files):
    files = list(files)
    known = {text for file in files if file.path == PHRASES for text in re.findall(r'QT_TRANSLATE_NOOP\("Technical", "(.*?)"\)', file.text)}
    for file in files:
        if file.folder in READERS:
            yield from phrases(file, known)
        if file.is_source and not file.text.startswith(LICENCE):
            yield Finding("licence", file.path, 1, "the first line is " + LICENCE)
        if file.is_source and file.top in PRODUCT:
            yield from sql(file)
            yield from exceptions_of_our_own(file)
        if file.is_source:
            yield from waiting(file)
        yield from secrets(file)
        for match in MACHINE.finditer(file.text):
            yield Finding("machine", file.path, file.line(match.start()), "a path of one machine")
