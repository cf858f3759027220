// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace pfx::app {

using base::ErrorCode;
using base::Result;

namespace {

QString firstOf(const QString &option, const char *variable, const QString &fallback)
{
    if (!option.isEmpty())
        return option;
    const QString environment = qEnvironmentVariable(variable);
    return environment.isEmpty() ? fallback : environment;
}

constexpr qint64 longestAddress = 4096;

/// An unreadable one is a failure: an empty database in the usual place would look like lost data.
Result<QString> rememberedStore(const QString &folder)
{
    QFile file(storeAddressFile(folder));
    if (!file.exists())
        return QStringLiteral("sqlite:") + folder + QStringLiteral("/planfix-console.sqlite");
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::StorageReadOnly, file.errorString(), file.fileName());
    const QString address = QString::fromUtf8(file.read(longestAddress)).trimmed();
    if (const auto url = store::StoreUrl::parse(address); !url)
        return base::fail(ErrorCode::Validation, url.error().detail, file.fileName());
    return address;
}

} // namespace

QString storeAddressFile(const QString &folder)
{
    return folder + QStringLiteral("/store.address");
}

Result<Profile> chooseProfile(const QString &folder, const QString &storeUrl)
{
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/planfix-console");
    Profile profile;
    profile.folder = QDir::cleanPath(QFileInfo(firstOf(folder, "PFX_PROFILE", usual)).absoluteFilePath());
    profile.isDefault = profile.folder == QDir::cleanPath(usual);
    const bool existed = QFileInfo(profile.folder).isDir();
    if (!existed && !QDir().mkpath(profile.folder))
        return base::fail(ErrorCode::StorageReadOnly, QStringLiteral("the folder cannot be made"), profile.folder);
    if (!existed)
        QFile::setPermissions(profile.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QString url = firstOf(storeUrl, "PFX_STORE", {});
    profile.isStoreGiven = !url.isEmpty();
    if (!profile.isStoreGiven) {
        PFX_ASSIGN(url, rememberedStore(profile.folder));
    }
    PFX_ASSIGN(profile.store, store::StoreUrl::parse(url));
    return profile;
}

} // namespace pfx::app
