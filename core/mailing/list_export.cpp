// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/list_export.h"

#include "core/formats/csv_line.h"
#include "core/formats/json_view.h"
#include "core/mailing/member_pages.h"
#include "core/mailing/suppressions.h"

#include <QDateTime>
#include <QTimeZone>

namespace pfx::mailing {

using base::Result;
using formats::jsonString;
using formats::csvLine;
using store::Connection;

namespace {

constexpr qsizetype chunkBytes = 64 * 1024;
constexpr int pageRows = 500;

/// Gathers small pieces, so that the sink is not called for each row.
class Gatherer {
public:
    explicit Gatherer(const Sink &sink) : m_sink(sink) { }

    Result<void> add(const QByteArray &piece)
    {
        m_buffer += piece;
        return m_buffer.size() < chunkBytes ? Result<void>() : flush();
    }
    Result<void> flush() { return m_buffer.isEmpty() ? Result<void>() : m_sink(std::exchange(m_buffer, {})); }

private:
    const Sink &m_sink;
    QByteArray m_buffer;
};

QString urlOf(const Member &member, const ExportLinks &links)
{
    return links.links.url(links.publicUrl, {member.listId, member.email});
}

QByteArray textOrNull(const QString &text)
{
    return text.isEmpty() ? QByteArrayLiteral("null") : jsonString(text);
}

QByteArray jsonOf(const Member &member, const ExportLinks &links)
{
    return "{\"id\":" + (member.planfixId ? QByteArray::number(*member.planfixId) : QByteArray("null"))
        + ",\"email\":" + jsonString(member.email) + ",\"first_name\":" + jsonString(member.firstName)
        + ",\"last_name\":" + jsonString(member.lastName) + ",\"unsubscribe_url\":" + textOrNull(urlOf(member, links)) + '}';
}

QString time(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+00:00"));
}

} // namespace

Result<void> exportListJson(Connection &db, qint64 listId, const ExportLinks &links, const Sink &sink)
{
    Gatherer out(sink);
    QByteArray before = "[";
    PFX_TRY(forEachWritable(db, listId, [&](const Member &member) { return out.add(std::exchange(before, ",") + jsonOf(member, links)); }));
    PFX_TRY(out.add(before == "[" ? "[]\n" : "]\n"));
    return out.flush();
}

Result<void> exportListCsv(Connection &db, qint64 listId, const ExportLinks &links, const Sink &sink)
{
    Gatherer out(sink);
    PFX_TRY(out.add("id,email,first_name,last_name,unsubscribe_url\r\n"));
    PFX_TRY(forEachWritable(db, listId, [&](const Member &member) {
        return out.add(csvLine({member.planfixId ? QString::number(*member.planfixId) : QString(), member.email, member.firstName,
                                member.lastName, urlOf(member, links)}));
    }));
    return out.flush();
}

Result<void> exportSuppressionsCsv(Connection &db, const Sink &sink)
{
    Gatherer out(sink);
    PFX_TRY(out.add("email,reason,note,at\r\n"));
    for (qint64 before = 0;;) {
        PFX_ASSIGN(const auto page, suppressions(db, {}, before, pageRows));
        for (const Suppression &one : page)
            PFX_TRY(out.add(csvLine({one.email, name(one.reason), one.note, time(one.at)})));
        if (page.size() < pageRows)
            return out.flush();
        before = page.last().id;
    }
}

} // namespace pfx::mailing
