// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/stop_list.h"

#include "core/base/phone.h"
#include "core/settings/settings.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

/// What a person types into the search.
struct Searched {
    QString digits; ///< Anywhere in the number.
    QString beginning; ///< The same as E.164 begins; empty when that says nothing more.

    explicit Searched(const QString &typed)
    {
        std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (const auto phone = base::normalizePhone(typed))
            beginning = phone->e164;
        else if (digits.size() > 1 && digits.startsWith(u'8') && !typed.contains(u'+'))
            beginning = QStringLiteral("+7") + digits.mid(1);
    }
    bool fits(const QString &recipient) const
    {
        return recipient.contains(digits) || (!beginning.isEmpty() && recipient.startsWith(beginning));
    }
};

/// Of the numbers those that stand in the store.
Result<QSet<QString>> knownOf(Connection &db, const QStringList &recipients)
{
    QSet<QString> known;
    if (recipients.isEmpty())
        return known;
    PFX_TRY(db.forEach(QStringLiteral("SELECT s.recipient AS recipient FROM {keys} AS k CROSS JOIN sms_stop_list AS s WHERE s.recipient = k.value"),
                       {{QStringLiteral("keys"), store::keySet(db.backend(), recipients)}}, [&known](const store::Row &row) -> Result<void> {
                           known.insert(row.text(QStringLiteral("recipient")));
                           return {};
                       }));
    return known;
}

Result<QVector<Stopped>> stored(Connection &db, const Searched &searched, int limit)
{
    const QString beginning = searched.beginning.isEmpty() ? QString() : searched.beginning + QLatin1Char('%');
    QVector<Stopped> list;
    PFX_TRY(db.forEach(QStringLiteral("SELECT recipient, reason, added_at FROM sms_stop_list WHERE recipient LIKE :part OR recipient LIKE :beginning"
                                      " ORDER BY recipient LIMIT :limit"),
                       {{QStringLiteral("part"), QLatin1Char('%') + searched.digits + QLatin1Char('%')},
                        {QStringLiteral("beginning"), beginning},
                        {QStringLiteral("limit"), qint64(limit)}},
                       [&list](const store::Row &row) -> Result<void> {
                           list.append({row.text(QStringLiteral("recipient")), row.text(QStringLiteral("reason")), row.number(QStringLiteral("added_at"))});
                           return {};
                       }));
    return list;
}

} // namespace

QVector<Stopped> stoppedBySetting(const QString &json)
{
    QVector<Stopped> numbers;
    for (const QJsonValue &one : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QString number = one.isObject() ? one[QStringLiteral("number")].toString() : one.toVariant().toString();
        if (const auto phone = base::normalizePhone(number))
            numbers.append({phone->e164, one[QStringLiteral("reason")].toString(), 0, true});
    }
    return numbers;
}

Result<StopListView> stopList(Connection &db, const QString &part, int limit)
{
    const Searched searched(part);
    PFX_ASSIGN(const QString setting, settings::value(db, QStringLiteral("sms.stop-list")));
    QMap<QString, Stopped> named;
    for (const Stopped &one : stoppedBySetting(setting))
        named.insert(one.recipient, one);
    PFX_ASSIGN(const auto both, knownOf(db, named.keys()));
    PFX_ASSIGN(const auto counted, db.select(QStringLiteral("SELECT COUNT(*) AS n FROM sms_stop_list")));
    StopListView view;
    view.all = counted.front().number(QStringLiteral("n")) + named.size() - both.size();
    PFX_ASSIGN(view.rows, stored(db, searched, limit + 1));
    for (Stopped &one : view.rows)
        one.inSetting = named.contains(one.recipient);
    for (const Stopped &one : std::as_const(named)) {
        if (!both.contains(one.recipient) && searched.fits(one.recipient))
            view.rows.append(one);
    }
    std::sort(view.rows.begin(), view.rows.end(), [](const Stopped &a, const Stopped &b) { return a.recipient < b.recipient; });
    view.more = view.rows.size() > limit;
    view.rows.resize(std::min<qsizetype>(view.rows.size(), limit));
    return view;
}

Result<qint64> addToStopList(Connection &db, const QVector<Stopped> &numbers)
{
    QStringList recipients;
    for (const Stopped &one : numbers)
        recipients.append(one.recipient);
    PFX_ASSIGN(auto known, knownOf(db, recipients));
    store::RowBlock block{QStringLiteral("sms_stop_list"), {QStringLiteral("recipient"), QStringLiteral("reason"), QStringLiteral("added_at")}, {}};
    for (const Stopped &one : numbers) {
        if (known.contains(one.recipient))
            continue;
        known.insert(one.recipient);
        for (store::Value value : {store::Value(one.recipient), store::Value(one.reason), store::Value(one.addedAt)})
            block.cells.push_back(std::move(value));
    }
    if (block.cells.empty())
        return 0;
    PFX_TRY(db.insert(block, store::OnConflict::Ignore)); // another program may have added one since we looked
    return block.rowCount();
}

Result<qint64> addToStopList(store::Writer &writer, const QVector<Stopped> &numbers, const base::StopToken &stop)
{
    qint64 added = 0;
    Result<void> done;
    for (qsizetype from = 0, next = 0; done && from < numbers.size(); from = next) {
        if (stop.stop_requested()) {
            done = base::fail(ErrorCode::Cancelled);
            break;
        }
        next = std::min<qsizetype>(numbers.size(), from + writer.advisedBatchRows());
        qint64 fresh = 0;
        done = writer.run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(fresh, addToStopList(db, numbers.mid(from, next - from)));
            const bool isLast = next == numbers.size();
            return isLast && added + fresh > 0 ? settings::touch(db) : Result<void>();
        });
        if (done)
            added += fresh;
    }
    if (done)
        return added;
    if (added > 0)
        PFX_TRY(writer.run([](Connection &db) { return settings::touch(db); })); // what is in counts from now on
    return base::fail(done.error());
}

Result<qint64> removeFromStopList(Connection &db, const QStringList &recipients)
{
    return db.execute(QStringLiteral("DELETE FROM sms_stop_list WHERE recipient IN (SELECT k.value FROM {keys} AS k)"),
                      {{QStringLiteral("keys"), store::keySet(db.backend(), recipients)}});
}

} // namespace pfx::sms
