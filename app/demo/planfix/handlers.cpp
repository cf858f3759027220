// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/context.h"

namespace pfx::fake {

Handler handler(const QString &name)
{
    static const QHash<QString, Handler> all{
        {QStringLiteral("ping"), [](Context &) { return success(); }},
        {QStringLiteral("get"), getRow},
        {QStringLiteral("list"), listRows},
        {QStringLiteral("rows"), plainRows},
        {QStringLiteral("task.create"), createTask},
        {QStringLiteral("task.update"), updateTask},
        {QStringLiteral("contact.create"), createContact},
        {QStringLiteral("contact.update"), updateContact},
        {QStringLiteral("contact.import"), importContacts},
        {QStringLiteral("comment.of"), commentsOf},
        {QStringLiteral("comment.create"), createComment},
        {QStringLiteral("comment.update"), updateComment},
        {QStringLiteral("comment.delete"), deleteComment},
        {QStringLiteral("file.upload"), uploadFile},
        {QStringLiteral("file.fetch"), fetchFile},
        {QStringLiteral("file.download"), downloadFile},
        {QStringLiteral("file.attach"), attachFile},
        {QStringLiteral("file.delete"), deleteFile},
        {QStringLiteral("file.of"), filesOf},
        {QStringLiteral("datatag.add"), addDataTags},
        {QStringLiteral("status.of"), statusesOf},
        {QStringLiteral("field.of"), fieldsOf},
        {QStringLiteral("field.on"), fieldsOn},
        {QStringLiteral("entry.list"), listEntries},
        {QStringLiteral("entry.get"), getEntry},
        {QStringLiteral("entry.add"), addEntry},
    };
    return all.value(name, nullptr);
}

} // namespace pfx::fake
