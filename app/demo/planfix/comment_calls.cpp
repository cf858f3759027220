// SPDX-License-Identifier: GPL-3.0-or-later
// Comments of tasks and contacts, and data tags, which arrive as comments.
#include "app/demo/planfix/context.h"
#include "app/demo/planfix/custom_values.h"
#include "app/demo/planfix/time_points.h"

#include <algorithm>

namespace pfx::fake {

namespace {

const QString comments = QStringLiteral("comments");

QString member(const Context &context)
{
    return context.call.subject == u"tasks" ? QStringLiteral("task") : QStringLiteral("contact");
}

bool isOf(const QJsonObject &comment, const QString &type)
{
    if (type == u"Deleted")
        return comment[u"isDeleted"].toBool();
    if (type == u"New")
        return comment[u"isNotRead"].toBool();
    return !comment[u"isDeleted"].toBool() && (type == u"All" || !comment.contains(u"changeStatus"));
}

void order(QVector<QJsonObject> &rows, const QJsonArray &orders)
{
    const QJsonObject first = orders.isEmpty() ? QJsonObject() : orders[0].toObject();
    const bool byTime = first[u"field"].toString() == u"dateTime";
    const bool down = first[u"direction"].toString() == u"Desc";
    std::stable_sort(rows.begin(), rows.end(), [byTime, down](const QJsonObject &a, const QJsonObject &b) {
        const auto key = [byTime](const QJsonObject &row) {
            return std::pair(byTime ? moment(row[u"dateTime"], QTimeZone::utc()).toMSecsSinceEpoch() : 0, row[u"id"].toInteger());
        };
        return down ? key(b) < key(a) : key(a) < key(b);
    });
}

std::optional<Answer> write(Context &context, QJsonObject &comment)
{
    for (const char *name : {"description", "isPinned", "isHidden", "sourceObjectId", "sourceDataVersion"}) {
        if (context.body.contains(QLatin1String(name)))
            comment.insert(QLatin1String(name), context.body[QLatin1String(name)]);
    }
    if (context.body.contains(u"recipients")) {
        if (auto wrong = writePeople(context, comment, QStringLiteral("recipients"), context.body[u"recipients"].toObject()))
            return wrong;
    }
    if (context.body.contains(u"files")) {
        if (auto wrong = writeFiles(context, comment, context.body[u"files"].toArray()))
            return wrong;
    }
    return {};
}

/// The task or contact, or the answer that there is none.
std::optional<Answer> absent(const Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    return context.state.has(context.call.subject, id) ? std::nullopt : std::optional(missing(context.call.subject, id));
}

bool isClosed(const Context &context)
{
    const auto task = context.state.find(QStringLiteral("tasks"), context.number(QStringLiteral("id")));
    if (context.call.subject != u"tasks" || !task)
        return false;
    const auto process = context.state.find(QStringLiteral("processes"), task->value(u"processId").toInteger());
    return process && process->value(u"_commentsClosed").toBool();
}

} // namespace

Answer commentsOf(Context &context)
{
    if (auto none = absent(context))
        return *none;
    const QString type = context.body[u"typeList"].toString(QStringLiteral("Comments"));
    QVector<QJsonObject> rows;
    for (const QJsonObject &row : context.state.rows(comments)) {
        if (plainId(row[member(context)]) == context.number(QStringLiteral("id")) && isOf(row, type))
            rows.append(row);
    }
    order(rows, context.body[u"resultOrder"].toArray());
    const qint64 size = context.body[u"pageSize"].toInteger(100);
    if (size < 1 || size > 100) {
        context.refuse(QStringLiteral("pageSize is 1 to 100"));
        return refusal(400, 41, QStringLiteral("Wrong value of pageSize"));
    }
    QJsonArray page;
    for (const QJsonObject &row : rows.mid(context.body[u"offset"].toInteger(), size))
        page.append(row);
    return context.told(page);
}

Answer createComment(Context &context)
{
    if (auto none = absent(context))
        return *none;
    if (isClosed(context))
        return refusal(400, 6, QStringLiteral("New comments not allowed in this process"));
    const qint64 of = context.number(QStringLiteral("id"));
    const bool ofTask = context.call.subject == u"tasks";
    const QJsonValue author = context.body.contains(u"owner") ? context.body[u"owner"][u"id"] : QJsonValue(context.person);
    const auto owner = context.state.person(author);
    if (!owner)
        return refusal(400, 41, QStringLiteral("User not find by id %1").arg(author.toVariant().toString()));
    QJsonObject comment{{QStringLiteral("dateTime"), context.nowPoint()},
                        {QStringLiteral("type"), QStringLiteral("Comment")},
                        {QStringLiteral("fromType"), QStringLiteral("Planfix")},
                        {QStringLiteral("owner"), *owner},
                        {QStringLiteral("isDeleted"), false},
                        {QStringLiteral("isPinned"), false},
                        {QStringLiteral("isHidden"), false},
                        {member(context), QJsonObject{{QStringLiteral("id"), of}}}};
    if (context.body.contains(u"dateTime"))
        comment.insert(QStringLiteral("dateTime"),
                       timePoint(moment(context.body[u"dateTime"], context.state.zone()), context.state.zone()));
    if (auto wrong = write(context, comment))
        return *wrong;
    const qint64 id = context.state.nextId(comments);
    comment.insert(QStringLiteral("id"), id);
    context.state.put(comments, comment);
    if (ofTask) {
        QJsonObject task = *context.state.find(context.call.subject, of);
        task.insert(QStringLiteral("dateOfLastComment"), context.nowPoint());
        context.state.put(context.call.subject, task);
        context.events.append({QStringLiteral("comment.created"), of});
    }
    return success({{QStringLiteral("id"), id}}, 201);
}

Answer updateComment(Context &context)
{
    const qint64 id = context.number(QStringLiteral("commentId"));
    auto comment = context.state.find(comments, id);
    if (!comment || plainId(comment->value(member(context))) != context.number(QStringLiteral("id")))
        return missing(comments, id);
    if (auto wrong = write(context, *comment))
        return *wrong;
    context.state.put(comments, *comment);
    return {}; // 200 without a body
}

Answer deleteComment(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    auto comment = context.state.find(comments, id);
    if (!comment)
        return missing(comments, id);
    comment->insert(QStringLiteral("isDeleted"), true);
    context.state.put(comments, *comment);
    return {};
}

Answer addDataTags(Context &context)
{
    if (auto none = absent(context))
        return *none;
    const qint64 tag = plainId(context.body[u"dataTag"]);
    if (!context.state.has(QStringLiteral("dataTags"), tag))
        return missing(QStringLiteral("dataTags"), tag);
    const qint64 comment = context.state.nextId(comments);
    context.state.put(comments,
                      {{QStringLiteral("id"), comment},
                       {QStringLiteral("dateTime"), context.nowPoint()},
                       {QStringLiteral("type"), QStringLiteral("Comment")},
                       {QStringLiteral("fromType"), QStringLiteral("Planfix")},
                       {QStringLiteral("description"), QString()},
                       {QStringLiteral("isDeleted"), false},
                       {QStringLiteral("owner"), context.state.person(context.person).value_or(QJsonObject())},
                       {member(context), QJsonObject{{QStringLiteral("id"), context.number(QStringLiteral("id"))}}}});
    QJsonArray keys;
    const QString entries = QStringLiteral("dataTagEntries");
    for (const QJsonValue item : context.body[u"items"].toArray()) {
        const qint64 key = context.state.nextId(entries);
        context.state.put(entries,
                          {{QStringLiteral("key"), key},
                           {QStringLiteral("dataTag"), QJsonObject{{QStringLiteral("id"), tag}}},
                           {QStringLiteral("commentId"), comment},
                           {QStringLiteral("customFieldData"), item[u"customFieldData"]}});
        keys.append(key);
    }
    return success({{QStringLiteral("keys"), keys}, {QStringLiteral("commentId"), comment}}, 201);
}

} // namespace pfx::fake
