// SPDX-License-Identifier: GPL-3.0-or-later
// Reading: one row, pages of rows, the small tables.
#include "app/demo/planfix/context.h"
#include "app/demo/planfix/projection.h"
#include "app/demo/planfix/row_filter.h"
#include "app/demo/planfix/time_points.h"

namespace pfx::fake {

namespace {

constexpr int mostRows = 100;

constexpr Kind kinds[] = {
    {"tasks", 1000, 400, "Task not found by id %1", "task"},
    {"contacts", 2000, 404, "Contact not found by id %1", "contact"},
    {"users", 4000, 400, "User not found by id %1", "user"},
    {"comments", 5000, 400, "Comment not found by id %1", "comment"},
    {"files", 7000, 400, "File not found by id %1", ""},
    {"objects", 41, 400, "Object not found by id %1", ""},
    {"projects", 3000, 400, "Project not found by id %1", "project"},
    {"directories", 8000, 404, "Directory not found by id -  %1", ""},
    {"entries", 8010, 400, "Entry not found by key - %1", "entry"},
    {"dataTags", 6000, 404, "Data tag not found by id %1", ""},
};

/// The rows of a page, as the body or the query says; an answer when it says something else.
std::optional<Answer> cut(Context &context, QJsonArray &rows)
{
    const auto given = [&context](const QString &name, qint64 otherwise) {
        if (context.body.contains(name))
            return context.body[name].toInteger();
        const QString text = context.parameter(name);
        return text.isEmpty() ? otherwise : text.toLongLong();
    };
    const qint64 offset = given(QStringLiteral("offset"), 0);
    const qint64 size = given(QStringLiteral("pageSize"), mostRows);
    if (size < 1 || size > mostRows || offset < 0) {
        context.refuse(QStringLiteral("pageSize is 1 to 100, offset not below 0"));
        return refusal(400, 41, QStringLiteral("Wrong value of pageSize"));
    }
    QJsonArray page;
    for (qint64 i = offset; i < qMin<qint64>(rows.size(), offset + size); ++i)
        page.append(rows[i]);
    rows = page;
    return {};
}

/// What a saved filter asks for; none when there is no such filter.
std::optional<QJsonArray> savedFilter(const Context &context, const QString &id)
{
    const QString table = context.call.subject == u"tasks" ? QStringLiteral("taskFilters") : QStringLiteral("contactFilters");
    for (const QJsonObject &row : context.state.rows(table)) {
        if (row[u"id"].toString() != id)
            continue;
        QJsonArray where = row[u"_where"].toArray();
        for (qsizetype i = 0; i < where.size(); ++i) {
            QJsonObject one = where[i].toObject();
            if (one[u"value"].toString() == u"me")
                one.insert(QStringLiteral("value"), context.person);
            where[i] = one;
        }
        return where;
    }
    return {};
}

bool belongs(const Context &context, const QJsonObject &row)
{
    if (context.call.subject == u"contacts")
        return row[u"isCompany"].toBool() == context.body[u"isCompany"].toBool(false);
    if (context.call.subject == u"users" && context.body[u"onlyActive"].toBool())
        return row[u"status"].toString().startsWith(u"Active");
    return true;
}

} // namespace

const Kind *kind(const QString &table)
{
    for (const Kind &one : kinds) {
        if (table.section(u' ', 0, 0) == QLatin1String(one.table))
            return &one;
    }
    return nullptr;
}

Answer missing(const QString &table, qint64 id)
{
    const Kind *about = kind(table);
    return refusal(about->missingStatus, about->missingCode, QString::fromLatin1(about->missing).arg(id));
}

QJsonObject Context::nowPoint() const
{
    return timePoint(now, state.zone());
}

QString Context::fields() const
{
    return body.contains(u"fields") ? body[u"fields"].toString() : parameter(QStringLiteral("fields"));
}

QJsonObject Context::told(const QJsonObject &row) const
{
    return call.fields.isEmpty() ? withoutOwn(row) : project(row, fields(), spec.fields(call.fields));
}

Answer Context::told(const QJsonArray &rows) const
{
    QJsonArray found;
    for (const QJsonValue row : rows)
        found.append(told(row.toObject()));
    return success({{call.payload, found}});
}

Answer getRow(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    const auto row = context.state.find(context.call.subject, id);
    if (!row)
        return missing(context.call.subject, id);
    return success({{context.call.payload, context.told(*row)}});
}

Answer listRows(Context &context)
{
    const Kind *about = kind(context.call.subject);
    const RowFilter filter(context.spec, context.state, QString::fromLatin1(about->filters), context.now);
    QJsonArray filters = context.body[u"filters"].toArray();
    const QStringList problems = filter.problems(filters);
    for (const QString &problem : problems)
        context.refuse(problem);
    for (const char *unserved : {"onlyChanged", "runAsUserId"}) {
        if (context.body.contains(QLatin1String(unserved)))
            context.refuse(QStringLiteral("this fake does not serve ") + QLatin1String(unserved));
    }
    if (!problems.isEmpty())
        return refusal(500, 0, QStringLiteral("Rest API error"));
    if (const QString id = context.body[u"filterId"].toString(); !id.isEmpty()) {
        const auto saved = savedFilter(context, id);
        if (!saved)
            return refusal(400, 41, QStringLiteral("Filter not find by id %1").arg(id));
        for (const QJsonValue one : *saved)
            filters.append(one);
    }
    QJsonArray rows;
    for (const QJsonObject &row : context.state.rows(context.call.subject)) {
        if (belongs(context, row) && filter.matches(row, filters))
            rows.append(row);
    }
    if (auto wrong = cut(context, rows))
        return *wrong;
    Answer answer = context.told(rows);
    if (!context.body[u"prefixedId"].toBool())
        return answer;
    QJsonArray prefixed;
    for (const QJsonValue one : answer.json()[context.call.payload].toArray()) {
        QJsonObject row = one.toObject();
        const QString prefix = context.call.subject == u"users" ? QStringLiteral("user:") : QStringLiteral("contact:");
        row.insert(QStringLiteral("id"), prefix + QString::number(plainId(row[u"id"])));
        prefixed.append(row);
    }
    return success({{context.call.payload, prefixed}});
}

Answer plainRows(Context &context)
{
    const bool byKind = context.call.query.contains(u"isCompany") && !context.parameter(QStringLiteral("isCompany")).isEmpty();
    const bool company = context.parameter(QStringLiteral("isCompany")) == u"true";
    QJsonArray rows;
    for (const QJsonObject &row : context.state.rows(context.call.subject)) {
        if (!byKind || row[u"isCompany"].toBool() == company)
            rows.append(row);
    }
    if (auto wrong = cut(context, rows))
        return *wrong;
    return context.told(rows);
}

Answer statusesOf(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    qint64 process = id;
    if (context.call.subject == u"objects") {
        const auto object = context.state.find(context.call.subject, id);
        process = object ? object->value(u"_process").toInteger() : -1;
    }
    QJsonArray rows;
    for (const QJsonObject &row : context.state.rows(QStringLiteral("statuses"))) {
        if (row[u"_processes"].toArray().contains(process))
            rows.append(row);
    }
    return context.told(rows);
}

Answer fieldsOf(Context &context)
{
    QJsonArray rows;
    for (const QJsonObject &row : context.state.rows(QStringLiteral("customFields"))) {
        if (row[u"objectType"].toInt() == context.call.subject.toInt())
            rows.append(row);
    }
    return context.told(rows);
}

Answer fieldsOn(Context &context)
{
    const bool ofTask = context.call.subject == u"0";
    const qint64 id = context.number(QStringLiteral("id"));
    auto row = context.state.find(ofTask ? QStringLiteral("tasks") : QStringLiteral("contacts"), id);
    const QString templates = ofTask ? QStringLiteral("taskTemplates") : QStringLiteral("contactTemplates");
    const auto made = context.state.find(templates, row ? plainId(row->value(u"template")) : id);
    if (!row && !made)
        return refusal(500, 0, QStringLiteral("Rest API error"));
    QJsonArray rows;
    for (const QJsonValue field : made ? made->value(u"_fields").toArray() : QJsonArray()) {
        if (const auto found = context.state.find(QStringLiteral("customFields"), field.toInteger()))
            rows.append(*found);
    }
    return context.told(rows);
}

Answer listEntries(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    if (!context.state.has(QStringLiteral("directories"), id))
        return missing(QStringLiteral("directories"), id);
    const RowFilter filter(context.spec, context.state, QStringLiteral("entry"), context.now);
    const QJsonArray filters = context.body[u"filters"].toArray();
    const QStringList problems = filter.problems(filters);
    for (const QString &problem : problems)
        context.refuse(problem);
    if (!problems.isEmpty())
        return refusal(500, 0, QStringLiteral("Rest API error"));
    QJsonArray rows;
    for (const QJsonObject &row : context.state.rows(QStringLiteral("entries %1").arg(id))) {
        const bool group = row[u"isGroup"].toBool();
        if ((context.body[u"groupsOnly"].toBool() && !group) || (context.body[u"entriesOnly"].toBool() && group))
            continue;
        if (filter.matches(row, filters))
            rows.append(row);
    }
    if (auto wrong = cut(context, rows))
        return *wrong;
    return context.told(rows);
}

Answer getEntry(Context &context)
{
    const qint64 key = context.number(QStringLiteral("key"));
    const auto row = context.state.find(QStringLiteral("entries %1").arg(context.number(QStringLiteral("id"))), key);
    return row ? success({{context.call.payload, context.told(*row)}}) : missing(QStringLiteral("entries"), key);
}

Answer addEntry(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    const auto directory = context.state.find(QStringLiteral("directories"), id);
    if (!directory)
        return missing(QStringLiteral("directories"), id);
    const QString table = QStringLiteral("entries %1").arg(id);
    QJsonObject row = context.body;
    row.insert(QStringLiteral("key"), context.state.nextId(table));
    row.insert(QStringLiteral("directory"), QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), directory->value(u"name")}});
    context.state.put(table, row);
    return {};
}

} // namespace pfx::fake
