// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain_secrets.h"

#include "core/secrets/known_names.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <future>

namespace pfx::secrets {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Entries of our own; no secret's name begins with a dot.
const QString indexKey = QStringLiteral(".names");
const QString probeKey = QStringLiteral(".probe");

constexpr std::chrono::milliseconds lookAround{50}; // how soon a waiting thread notices that the program ends

bool contains(const QString &words, std::initializer_list<const char *> signs)
{
    return std::any_of(signs.begin(), signs.end(), [&](const char *sign) { return words.contains(QLatin1String(sign), Qt::CaseInsensitive); });
}

/// QtKeychain's codes say little: no bus and no service are OtherError, a locked keychain is AccessDenied or OtherError. So the system's
/// words are looked at first (measured with gnome-keyring 42, libsecret 0.20, QtKeychain 0.13).
QLatin1String troubleOf(QKeychain::Error error, const QString &words)
{
    if (contains(words, {"locked", "prompt"}))
        return trouble::locked;
    if (contains(words, {"not provided by any .service", "autolaunch D-Bus", "ServiceUnknown", "Could not connect", "Cannot spawn", "Error spawning",
                         "Failed to execute", "NameHasNoOwner"}))
        return trouble::noService;
    switch (error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return trouble::denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return trouble::noService;
    default:
        return trouble::broken;
    }
}

} // namespace

struct KeychainSecrets::Outcome
{
    QKeychain::Error error = QKeychain::NoError;
    QString words;
    QString text; ///< Of a reading job.
};

KeychainSecrets::KeychainSecrets(QString service, qint64 patienceMs, QString marker)
    : m_service(std::move(service)), m_patienceMs(patienceMs), m_marker(std::move(marker)), m_worker(std::make_unique<QObject>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("keychain"));
    m_thread.start();
}

KeychainSecrets::~KeychainSecrets()
{
    // By a timer of no time, which comes when GLib has nothing else to do: it has its own tidying up to finish on this thread.
    QMetaObject::invokeMethod(m_worker.get(), [this] { QTimer::singleShot(0, m_worker.get(), [this] { m_thread.quit(); }); });
    m_thread.wait();
}

Result<KeychainSecrets::Outcome> KeychainSecrets::run(const Make &make)
{
    // Shared with the job, which may end after we have given up.
    const auto promise = std::make_shared<std::promise<Outcome>>();
    std::future<Outcome> future = promise->get_future();
    QMetaObject::invokeMethod(m_worker.get(), [this, make, promise] {
        QKeychain::Job *job = make(m_service);
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, m_worker.get(), [promise](QKeychain::Job *ended) {
            Outcome outcome{ended->error(), ended->errorString(), {}};
            if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(ended); reading && outcome.error == QKeychain::NoError)
                outcome.text = reading->textData();
            promise->set_value(std::move(outcome));
        });
        job->start();
    });
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(m_patienceMs);
    while (!m_abandoned && std::chrono::steady_clock::now() < until) {
        if (future.wait_for(lookAround) == std::future_status::ready)
            return future.get();
    }
    return fail(ErrorCode::Keychain, QStringLiteral("no answer"), trouble::locked);
}

Result<std::optional<Secret>> KeychainSecrets::readEntry(const QString &key)
{
    PFX_ASSIGN(const Outcome outcome, run([key](const QString &service) {
                   auto *job = new QKeychain::ReadPasswordJob(service);
                   job->setKey(key);
                   return job;
               }));
    if (outcome.error == QKeychain::NoError)
        return Secret(outcome.text);
    if (outcome.error == QKeychain::EntryNotFound)
        return std::nullopt;
    return fail(ErrorCode::Keychain, outcome.words, troubleOf(outcome.error, outcome.words));
}

Result<void> KeychainSecrets::writeEntry(const QString &key, const QString &text)
{
    PFX_ASSIGN(const Outcome outcome, run([key, text](const QString &service) {
                   auto *job = new QKeychain::WritePasswordJob(service);
                   job->setKey(key);
                   job->setTextData(text);
                   return job;
               }));
    if (outcome.error == QKeychain::NoError)
        return {};
    return fail(ErrorCode::Keychain, outcome.words, troubleOf(outcome.error, outcome.words));
}

Result<void> KeychainSecrets::removeEntry(const QString &key)
{
    PFX_ASSIGN(const Outcome outcome, run([key](const QString &service) {
                   auto *job = new QKeychain::DeletePasswordJob(service);
                   job->setKey(key);
                   return job;
               }));
    if (outcome.error == QKeychain::NoError || outcome.error == QKeychain::EntryNotFound)
        return {};
    return fail(ErrorCode::Keychain, outcome.words, troubleOf(outcome.error, outcome.words));
}

Result<void> KeychainSecrets::probeEntry()
{
    PFX_TRY(writeEntry(probeKey, QStringLiteral("1")));
    return removeEntry(probeKey);
}

bool KeychainSecrets::neverKept() const
{
    return !m_marker.isEmpty() && !QFileInfo::exists(m_marker);
}

Result<void> KeychainSecrets::noteKept() const
{
    QFile marker(m_marker);
    if (m_marker.isEmpty() || marker.exists() || marker.open(QIODevice::WriteOnly))
        return {};
    return fail(ErrorCode::Storage, marker.errorString(), m_marker);
}

Result<std::optional<Secret>> KeychainSecrets::read(const QString &name)
{
    PFX_TRY(checkName(name));
    const std::lock_guard lock(m_mutex);
    PFX_ASSIGN(std::optional<Secret> found, readEntry(name));
    if (found) {
        if (neverKept())
            (void)noteKept(); // kept by a program that did not know of markers; whoever may not write can read all the same
        return found;
    }
    if (neverKept())
        return std::nullopt;
    PFX_TRY(probeEntry());
    return readEntry(name); // the probe may have had it unlocked
}

Result<QStringList> KeychainSecrets::index()
{
    PFX_ASSIGN(const std::optional<Secret> kept, readEntry(indexKey));
    return kept ? kept->reveal().split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

Result<void> KeychainSecrets::write(const QString &name, const Secret &value)
{
    PFX_TRY(checkName(name));
    if (value.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("empty"), QStringLiteral("secret"));
    const std::lock_guard lock(m_mutex);
    PFX_TRY(writeEntry(name, value.reveal()));
    PFX_ASSIGN(QStringList names, index());
    if (!names.contains(name)) {
        names.append(name);
        names.sort();
        PFX_TRY(writeEntry(indexKey, names.join(u'\n')));
    }
    return noteKept(); // last: without it the secret is whole all the same
}

Result<void> KeychainSecrets::remove(const QString &name)
{
    PFX_TRY(checkName(name));
    const std::lock_guard lock(m_mutex);
    PFX_TRY(probeEntry());
    PFX_TRY(removeEntry(name));
    PFX_ASSIGN(QStringList names, index());
    if (names.removeAll(name) == 0)
        return {};
    return writeEntry(indexKey, names.join(u'\n'));
}

Result<QStringList> KeychainSecrets::names()
{
    const std::lock_guard lock(m_mutex);
    PFX_TRY(probeEntry());
    // Keychains cannot be listed by QtKeychain: our own list, and the names we know, should two programs have written it at the same time.
    PFX_ASSIGN(QStringList candidates, index());
    candidates += knownNames();
    candidates.sort();
    candidates.removeDuplicates();
    QStringList names;
    for (const QString &name : candidates) {
        PFX_ASSIGN(const std::optional<Secret> found, readEntry(name));
        if (found)
            names.append(name);
    }
    return names;
}

Result<void> KeychainSecrets::probe()
{
    const std::lock_guard lock(m_mutex);
    return probeEntry();
}

} // namespace pfx::secrets
