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

} // namespace

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
    const QString url =
        firstOf(storeUrl, "PFX_STORE", QStringLiteral("sqlite:") + profile.folder + QStringLiteral("/planfix-console.sqlite"));
    PFX_ASSIGN(profile.store, store::StoreUrl::parse(url));
    return profile;
}

} // namespace pfx::app
