// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/store_mailing_service.h"

#include "core/exchange/accounts.h"
#include "core/mailing/list_export.h"
#include "core/mailing/list_table.h"
#include "core/mailing/request_log.h"
#include "core/mailing/service_call.h"
#include "core/mailing/suppression_import.h"
#include "core/mailing/suppressions.h"
#include "core/secrets/new_secret.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/live.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace pfx::ui {

using base::ErrorCode;
using base::Result;
using mailing::Forward;
using store::Connection;

namespace {

const QString tokenName = QStringLiteral("mailing.token");
const QString keyName = QStringLiteral("mailing.unsubscribe-key");
constexpr qint64 mostImported = 64 * 1024 * 1024;
constexpr int importBatch = 500;

Result<void> writeFile(const QString &path, const std::function<Result<void>(const mailing::Sink &)> &document)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(ErrorCode::StorageReadOnly, file.errorString(), path);
    constexpr char mark[] = "\xEF\xBB\xBF"; // by it spreadsheets know UTF-8
    file.write(mark);
    PFX_TRY(document([&file](const QByteArray &bytes) -> Result<void> {
        if (file.write(bytes) != bytes.size())
            return base::fail(ErrorCode::StorageFull, file.errorString());
        return {};
    }));
    if (!file.commit())
        return base::fail(ErrorCode::StorageFull, file.errorString(), path);
    return {};
}

Result<QVector<ForwardView>> forwardsOf(Connection &db, qint64 listId)
{
    QVector<ForwardView> views;
    PFX_ASSIGN(const auto forwards, mailing::forwards(db, listId));
    QStringList subjects;
    for (const Forward &forward : forwards)
        subjects.append(mailing::effect::subject(forward.id));
    PFX_ASSIGN(const auto open, exchange::openRows(db, exchange::Queue::Outbox, mailing::effect::forwardService, subjects));
    for (const Forward &forward : forwards) {
        ForwardView view{forward, {}, {}};
        PFX_ASSIGN(view.counts, mailing::counts(db, forward));
        if (const auto at = open.constFind(mailing::effect::subject(forward.id)); at != open.cend())
            view.open = *at;
        views.append(view);
    }
    return views;
}

} // namespace

void StoreMailingService::write(QObject *context, Change change, Answer<void> answer)
{
    const auto work = [change = std::move(change), &store = m_services.store, live = m_services.live]() -> Result<void> {
        const mailing::ForwardEffects effects(live->outbox());
        return store.writer().run([&](Connection &db) { return change(db, effects); });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreMailingService::lists(QObject *context, Answer<QVector<ListView>> answer)
{
    m_services.background.read(
        context,
        [](Connection &db) -> Result<QVector<ListView>> {
            PFX_ASSIGN(auto lists, mailing::lists(db, mailing::Deleted::Included));
            PFX_ASSIGN(const auto numbers, mailing::memberNumbers(db));
            std::stable_partition(lists.begin(), lists.end(), [](const mailing::MailingList &list) { return !list.deletedAt; });
            QVector<ListView> views;
            for (const mailing::MailingList &list : std::as_const(lists))
                views.append({list, numbers.value(list.id)});
            return views;
        },
        std::move(answer), QStringLiteral("mailingLists"));
}

void StoreMailingService::details(QObject *context, qint64 listId, Answer<ListDetails> answer)
{
    m_services.background.read(
        context,
        [listId](Connection &db) -> Result<ListDetails> {
            ListDetails details;
            PFX_ASSIGN(const auto list, mailing::listById(db, listId));
            if (!list)
                return base::fail(ErrorCode::NotFound, QString::number(listId), QStringLiteral("list"));
            details.list = *list;
            PFX_ASSIGN(details.counts, mailing::counts(db, listId));
            PFX_ASSIGN(details.forwards, forwardsOf(db, listId));
            return details;
        },
        std::move(answer), QStringLiteral("mailingDetails"));
}

void StoreMailingService::removeList(QObject *context, qint64 listId, Answer<void> answer)
{
    write(
        context,
        [listId, now = m_services.clock.nowMs()](Connection &db, const mailing::ForwardEffects &effects) -> Result<void> {
            PFX_TRY(mailing::deleteList(db, listId, now));
            return effects.listChanged(db, listId);
        },
        std::move(answer));
}

void StoreMailingService::restoreList(QObject *context, qint64 listId, Answer<void> answer)
{
    write(
        context,
        [listId, now = m_services.clock.nowMs()](Connection &db, const mailing::ForwardEffects &effects) -> Result<void> {
            PFX_TRY(mailing::restoreList(db, listId, now));
            return effects.listChanged(db, listId);
        },
        std::move(answer));
}

void StoreMailingService::exportList(QObject *context, qint64 listId, const QString &path, Answer<void> answer)
{
    const auto work = [listId, path, &store = m_services.store, live = m_services.live]() -> Result<void> {
        PFX_ASSIGN(const auto db, store.connect());
        const auto key = live->secrets().read(keyName); // without one there are no links, but there is a list
        PFX_ASSIGN(const QString publicUrl, settings::value(*db, QStringLiteral("server.public-url")));
        const mailing::ExportLinks links{publicUrl, mailing::UnsubscribeLinks(key && *key ? (*key)->reveal().toUtf8() : QByteArray())};
        return writeFile(path, [&](const mailing::Sink &sink) { return mailing::exportListCsv(*db, listId, links, sink); });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreMailingService::beginForward(QObject *context, qint64 listId, const QString &target, Answer<void> answer)
{
    write(
        context,
        [listId, target, now = m_services.clock.nowMs()](Connection &db, const mailing::ForwardEffects &effects) {
            return mailing::beginForwarding(db, effects, listId, target, now).map([](const Forward &) {});
        },
        std::move(answer));
}

void StoreMailingService::endForward(QObject *context, qint64 forwardId, Answer<void> answer)
{
    write(
        context,
        [forwardId, now = m_services.clock.nowMs()](Connection &db, const mailing::ForwardEffects &) {
            return mailing::endForward(db, forwardId, now);
        },
        std::move(answer));
}

void StoreMailingService::compareNow(QObject *context, const ForwardView &forward, Answer<void> answer)
{
    const auto ring = [live = m_services.live, answer = std::move(answer)](const Result<void> &result) {
        live->ring();
        answer(result);
    };
    write(
        context,
        [forward, now = m_services.clock.nowMs(), live = m_services.live](Connection &db,
                                                                        const mailing::ForwardEffects &effects) -> Result<void> {
            PFX_TRY(exchange::accounts::release(db, mailing::accountOf(forward.forward.target)));
            if (forward.open && forward.open->state != exchange::RowState::Queued && forward.open->state != exchange::RowState::Leased)
                PFX_TRY(live->outbox().retry(db, forward.open->id));
            PFX_TRY(effects.push(db, forward.forward.id));
            return effects.compare(db, forward.forward.id, QString::number(now));
        },
        ring);
}

void StoreMailingService::suppress(QObject *context, const mailing::Suppression &suppression, Answer<void> answer)
{
    mailing::Suppression dated = suppression;
    dated.at = m_services.clock.nowMs();
    write(
        context,
        [dated](Connection &db, const mailing::ForwardEffects &effects) -> Result<void> {
            PFX_TRY(mailing::suppress(db, dated).map([](auto) {}));
            return effects.suppressionsChanged(db);
        },
        std::move(answer));
}

void StoreMailingService::unsuppress(QObject *context, const QStringList &emails, Answer<void> answer)
{
    write(
        context,
        [emails](Connection &db, const mailing::ForwardEffects &effects) -> Result<void> {
            for (const QString &email : emails)
                PFX_TRY(mailing::unsuppress(db, email).map([](auto) {}));
            return effects.suppressionsChanged(db);
        },
        std::move(answer));
}

void StoreMailingService::importSuppressions(QObject *context, const QString &path, Answer<ImportedAddresses> answer)
{
    const auto work = [path, &store = m_services.store, live = m_services.live, now = m_services.clock.nowMs()]() -> Result<ImportedAddresses> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(ErrorCode::SourceUnreadable, file.errorString(), path);
        if (file.size() > mostImported)
            return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("it is larger than 64 MiB"), path);
        auto read = mailing::readSuppressions(file.readAll(), now);
        if (!read) {
            read.error().where = path;
            return base::fail(read.error());
        }
        ImportedAddresses imported;
        imported.skipped = read->skippedCount;
        // In parts, so that nobody waits long; each is one that may be repeated.
        for (qsizetype from = 0; from < read->suppressions.size(); from += importBatch) {
            ImportedAddresses part;
            PFX_TRY(store.writer().run([&](Connection &db) -> Result<void> {
                part = {};
                for (const mailing::Suppression &one : read->suppressions.mid(from, importBatch)) {
                    PFX_ASSIGN(const auto before, mailing::suppress(db, one));
                    ++(before == mailing::WasSuppressed::Yes ? part.known : part.added);
                }
                return mailing::ForwardEffects(live->outbox()).suppressionsChanged(db);
            }));
            imported.added += part.added;
            imported.known += part.known;
        }
        return imported;
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreMailingService::exportSuppressions(QObject *context, const QString &path, Answer<void> answer)
{
    const auto work = [path, &store = m_services.store]() -> Result<void> {
        PFX_ASSIGN(const auto db, store.connect());
        return writeFile(path, [&](const mailing::Sink &sink) { return mailing::exportSuppressionsCsv(*db, sink); });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreMailingService::connection(QObject *context, Answer<ConnectionFacts> answer)
{
    const auto work = [&store = m_services.store, live = m_services.live]() -> Result<ConnectionFacts> {
        ConnectionFacts facts;
        PFX_ASSIGN(const auto db, store.connect());
        PFX_ASSIGN(facts.lastRequest, mailing::lastRequest(*db));
        PFX_ASSIGN(const auto settings, settings::Settings::load(*db));
        facts.targets = mailing::targets(settings);
        const auto token = live->secrets().read(tokenName);
        const auto key = live->secrets().read(keyName);
        if (!token || !key) {
            facts.secretsError = token ? key.error() : token.error();
            return facts;
        }
        facts.token = *token ? (*token)->reveal() : QString();
        facts.hasUnsubscribeKey = key->has_value();
        return facts;
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreMailingService::makeSecrets(QObject *context, Renew renew, Answer<void> answer)
{
    const auto work = [renew, &store = m_services.store, live = m_services.live]() -> Result<void> {
        secrets::SecretStore &secrets = live->secrets();
        for (const QString &name : {tokenName, keyName}) {
            PFX_ASSIGN(const auto known, secrets.read(name));
            if (!known || (renew == Renew::Token && name == tokenName))
                PFX_TRY(secrets.write(name, secrets::newSecret()));
        }
        // The server reads its secrets anew.
        return store.writer().run([](Connection &db) { return settings::touch(db); });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreMailingService::saveTarget(QObject *context, const TargetDraft &draft, Answer<void> answer)
{
    const auto work = [draft, &store = m_services.store, live = m_services.live]() -> Result<void> {
        // The keychain first: a service without its key would be tried in vain.
        const std::pair<const char *, QString> parts[] = {{"login", draft.login}, {"password", draft.password}, {"key", draft.key}};
        for (const auto &[part, value] : parts) {
            if (!value.isEmpty())
                PFX_TRY(live->secrets().write(QStringLiteral("provider.%1.%2").arg(draft.name, QLatin1String(part)), secrets::Secret(value)));
        }
        const QString prefix = QStringLiteral("mailing.forward.") + draft.name;
        return store.writer().run([&](Connection &db) -> Result<void> {
            PFX_TRY(settings::write(db, prefix + QStringLiteral(".url"), draft.url));
            return settings::write(db, prefix + QStringLiteral(".driver"), draft.driver);
        });
    };
    m_services.background.run(context, work, std::move(answer));
}

} // namespace pfx::ui
