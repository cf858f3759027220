// SPDX-License-Identifier: GPL-3.0-or-later
// One call on its way through a handler, and the handlers by the names that rest.json gives them. A handler runs after the key, its rights
// and the form of the request were looked at; it answers as Planfix would, and calls refuse() for what the specification does not know.
#pragma once

#include "app/demo/planfix/account_state.h"
#include "app/demo/planfix/rest_spec.h"

namespace pfx::fake {

/// What a scenario of the account could tell the outside.
struct Event {
    QString name; ///< task.created, task.updated, task.status.changed, comment.created
    qint64 taskId = 0;
};

struct Context {
    const RestSpec &spec;
    AccountState &state;
    const SpecCall &call;
    Placeholders placeholders;
    QUrlQuery query;
    QJsonObject body;
    const Call &raw;
    QString person; ///< The key's: "user:1".
    QDateTime now;
    QString storage; ///< Where files lie: "https://storage.example/".
    QStringList &refusals;
    QVector<Event> &events;

    /// Remembers it for the test.
    void refuse(const QString &what) { refusals << QStringLiteral("%1: %2").arg(call.name, what); }
    qint64 number(const QString &placeholder) const { return plainId(placeholders.value(placeholder)); }
    QString parameter(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
    bool isSilent() const { return parameter(QStringLiteral("silent")) == u"true"; }
    QJsonObject nowPoint() const;
    /// Those asked for, in the body or in the query.
    QString fields() const;
    QJsonObject told(const QJsonObject &row) const;
    Answer told(const QJsonArray &rows) const;
};

using Handler = Answer (*)(Context &);
Handler handler(const QString &name);

/// "Task", "Contact" … and the code of a missing one, by table.
struct Kind {
    const char *table;
    int missingCode;
    int missingStatus;
    const char *missing; ///< With %1.
    const char *filters; ///< Family of filters; empty: none.
};
const Kind *kind(const QString &table);
Answer missing(const QString &table, qint64 id);

Answer getRow(Context &context);
Answer listRows(Context &context);
Answer plainRows(Context &context);
Answer createTask(Context &context);
Answer updateTask(Context &context);
Answer createContact(Context &context);
Answer updateContact(Context &context);
Answer importContacts(Context &context);
Answer commentsOf(Context &context);
Answer createComment(Context &context);
Answer updateComment(Context &context);
Answer deleteComment(Context &context);
Answer uploadFile(Context &context);
Answer fetchFile(Context &context);
Answer downloadFile(Context &context);
Answer attachFile(Context &context);
Answer deleteFile(Context &context);
Answer filesOf(Context &context);
Answer addDataTags(Context &context);
Answer statusesOf(Context &context);
Answer fieldsOf(Context &context);
Answer fieldsOn(Context &context);
Answer listEntries(Context &context);
Answer getEntry(Context &context);
Answer addEntry(Context &context);

} // namespace pfx::fake
