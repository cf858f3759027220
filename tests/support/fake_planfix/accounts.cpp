// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_planfix/accounts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

static void initResources()
{
    Q_INIT_RESOURCE(fake_planfix);
    Q_INIT_RESOURCE(fake_planfix_fixtures);
}

namespace pfx::fake {

namespace {

QByteArray read(const QString &name)
{
    initResources();
    QFile file(QStringLiteral(":/fake_planfix/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not in the program", qPrintable(name));
    return file.readAll();
}

QJsonObject readObject(const QString &name)
{
    return QJsonDocument::fromJson(read(name)).object();
}

struct Source {
    const char *table;
    const char *fixture;
    const char *member;
};

/// Later ones add to rows of the same number.
constexpr Source sources[] = {
    {"tasks", "rest_task_list_page.200.json", "tasks"},
    {"tasks", "rest_task_get.200.json", "task"},
    {"contacts", "rest_contact_list_page.200.json", "contacts"},
    {"contactTemplates", "rest_contact_templates.200.json", "templates"},
    {"users", "rest_user_list.200.json", "users"},
    {"processes", "rest_process_task.200.json", "processes"},
    {"statuses", "rest_process_statuses.200.json", "statuses"},
    {"customFields", "rest_customfield_task.200.json", "customfields"},
    {"comments", "rest_comment_list.200.json", "comments"},
};

/// Adds the rows to those of the table: members of the same number are put over the older ones.
void merge(QJsonObject &tables, const QString &table, const QJsonArray &rows)
{
    QJsonArray all = tables[table].toArray();
    for (const QJsonValue row : rows) {
        qsizetype at = 0;
        while (at < all.size() && (all[at][u"id"].isUndefined() || all[at][u"id"] != row[u"id"]))
            ++at;
        QJsonObject merged = at < all.size() ? all[at].toObject() : QJsonObject();
        const QJsonObject added = row.toObject();
        for (const QString &name : added.keys())
            merged.insert(name, added[name]);
        if (at < all.size())
            all[at] = merged;
        else
            all.append(merged);
    }
    tables.insert(table, all);
}

QJsonObject withScopes(const std::optional<QStringList> &scopes)
{
    QJsonObject account = readObject(QStringLiteral("account.json"));
    QJsonObject tables;
    for (const Source &source : sources) {
        const QJsonValue rows = QJsonDocument::fromJson(fixture(QLatin1String(source.fixture))).object()[QLatin1String(source.member)];
        merge(tables, QLatin1String(source.table), rows.isArray() ? rows.toArray() : QJsonArray{rows});
    }
    const QJsonObject added = account[u"tables"].toObject();
    for (const QString &table : added.keys())
        merge(tables, table, added[table].toArray());
    account.insert(QStringLiteral("tables"), tables);
    return withKey(account, usualKey(), scopes);
}

} // namespace

QString usualKey()
{
    return QStringLiteral("known-key-of-the-robot");
}

QByteArray fixture(const QString &name)
{
    return read(QStringLiteral("fixtures/") + name);
}

QJsonObject fullAccount()
{
    return withScopes({});
}

QJsonObject quickStartAccount()
{
    return withScopes(QStringList{QStringLiteral("task_add"), QStringLiteral("task_readonly"), QStringLiteral("task_update")});
}

QJsonObject noRightsAccount()
{
    return withScopes(QStringList());
}

QJsonObject emptyAccount()
{
    QJsonObject account = fullAccount();
    QJsonObject tables = account[u"tables"].toObject();
    for (const char *table : {"tasks", "contacts", "comments", "files"})
        tables.remove(QLatin1String(table));
    account.insert(QStringLiteral("tables"), tables);
    return account;
}

std::optional<QJsonObject> account(const QString &name)
{
    if (name == u"full")
        return fullAccount();
    if (name == u"quick-start")
        return quickStartAccount();
    if (name == u"no-rights")
        return noRightsAccount();
    return name == u"empty" ? std::optional(emptyAccount()) : std::nullopt;
}

} // namespace pfx::fake
