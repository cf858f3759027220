// SPDX-License-Identifier: GPL-3.0-or-later
// Files: uploaded, fetched from elsewhere, told about, attached. They lie on another host, which must not see the key.
#include "app/demo/planfix/context.h"

#include <QRegularExpression>

namespace pfx::fake {

namespace {

const QString files = QStringLiteral("files");

Answer put(Context &context, const QString &name, const QByteArray &content)
{
    const qint64 id = context.state.nextId(files);
    const QString address = context.storage + QString::number(id);
    context.state.put(files,
                      {{QStringLiteral("id"), id},
                       {QStringLiteral("name"), name},
                       {QStringLiteral("size"), (content.size() + 1023) / 1024},
                       {QStringLiteral("downloadUrl"), address},
                       {QStringLiteral("link"), address},
                       {QStringLiteral("_content"), QString::fromLatin1(content.toBase64())}});
    return success({{QStringLiteral("id"), id}});
}

} // namespace

Answer uploadFile(Context &context)
{
    static const QRegularExpression boundary(QStringLiteral("^multipart/form-data; *boundary=\"?([^\";]+)\"?"));
    static const QRegularExpression disposition(
        QStringLiteral("(?i)content-disposition: *form-data;[^\\r\\n]*\\bname=\"file\"[^\\r\\n]*\\bfilename=\"([^\"]*)\""));
    const auto mark = boundary.match(QString::fromLatin1(context.raw.header("Content-Type")));
    const QByteArray border = "--" + mark.captured(1).toLatin1();
    const qsizetype begin = context.raw.body.indexOf("\r\n\r\n");
    const qsizetype end = context.raw.body.indexOf("\r\n" + border + "--");
    const auto head = disposition.match(QString::fromUtf8(context.raw.body.left(qMax<qsizetype>(begin, 0))));
    if (!mark.hasMatch() || !context.raw.body.startsWith(border) || begin < 0 || end < begin || !head.hasMatch()) {
        context.refuse(QStringLiteral("a multipart body with the part \"file\" and its filename is needed"));
        return refusal(400, 7001, QStringLiteral("File is not added"));
    }
    return put(context, head.captured(1), context.raw.body.mid(begin + 4, end - begin - 4));
}

Answer fetchFile(Context &context)
{
    const QUrl url(context.body[u"url"].toString());
    if (!url.isValid() || url.host().endsWith(u"planfix.com") || url.host().endsWith(u"planfix.ru"))
        return refusal(400, 41, QStringLiteral("Unsafe url for downloading file"));
    return put(context, context.body[u"name"].toString(), "fetched");
}

Answer downloadFile(Context &context)
{
    const auto file = context.state.find(files, context.number(QStringLiteral("id")));
    if (!file)
        return missing(files, context.number(QStringLiteral("id")));
    return {302, {{"Location", file->value(u"downloadUrl").toString().toUtf8()}}, {}, {}, 0};
}

Answer attachFile(Context &context)
{
    const auto file = context.state.find(files, context.number(QStringLiteral("id")));
    const qint64 to = context.parameter(QStringLiteral("id")).toLongLong();
    auto row = context.state.find(context.call.subject, to);
    if (!file)
        return missing(files, context.number(QStringLiteral("id")));
    if (!row)
        return missing(context.call.subject, to);
    QJsonArray all = row->value(u"files").toArray();
    all.append(QJsonObject{{QStringLiteral("id"), file->value(u"id")},
                           {QStringLiteral("name"), file->value(u"name")},
                           {QStringLiteral("size"), file->value(u"size")}});
    row->insert(QStringLiteral("files"), all);
    context.state.put(context.call.subject, *row);
    return success();
}

Answer deleteFile(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    if (!context.state.has(files, id))
        return missing(files, id);
    context.state.remove(files, id);
    return success();
}

Answer filesOf(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    const auto row = context.state.find(context.call.subject, id);
    return row ? context.told(row->value(u"files").toArray()) : missing(context.call.subject, id);
}

} // namespace pfx::fake
