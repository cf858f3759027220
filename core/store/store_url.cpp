// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_url.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

namespace {

const auto sqliteScheme = QLatin1String("sqlite:");

base::Result<StoreUrl> parseSqlite(const QString &path)
{
    if (path.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("the store's address names no file"), QStringLiteral("store"));
    if (!QDir::isAbsolutePath(path))
        return fail(ErrorCode::Validation, QStringLiteral("the store's file must be an absolute path: %1").arg(path),
                    QStringLiteral("store"));
    StoreUrl url;
    url.file = QDir::cleanPath(path);
    return url;
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

// The form of libpq's manual, 34.1.1.2; QUrl does not accept a user without a host (socket directory in the query).
base::Result<StoreUrl> parsePostgresql(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                       "(?<host>\\[[^\\]]+\\]|[^:/?]*)(?::(?<port>\\d{1,5}))?(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return fail(ErrorCode::Validation, QStringLiteral("the store's address must be postgresql://user@host:port/db"),
                    QStringLiteral("store"));
    StoreUrl url;
    url.backend = Backend::Postgresql;
    url.user = decoded(match.captured(QLatin1String("user")));
    url.password = decoded(match.captured(QLatin1String("password")));
    url.host = decoded(match.captured(QLatin1String("host"))).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    url.database = decoded(match.captured(QLatin1String("database")));
    if (const QString port = match.captured(QLatin1String("port")); !port.isEmpty())
        url.port = port.toInt();
    // A password in the query part would be shown by display(); it is moved to where the password belongs.
    QUrlQuery query(match.captured(QLatin1String("options")));
    const QString password = QStringLiteral("password");
    if (query.hasQueryItem(password)) {
        url.password = query.queryItemValue(password, QUrl::FullyDecoded);
        query.removeAllQueryItems(password);
    }
    url.options = query.toString(QUrl::FullyEncoded);
    if (url.database.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("the store's address names no database"), QStringLiteral("store"));
    if (url.port < 1 || url.port > 65535)
        return fail(ErrorCode::Validation, QStringLiteral("the port of the store's address is out of range"), QStringLiteral("store"));
    return url;
}

} // namespace

base::Result<StoreUrl> StoreUrl::parse(const QString &text)
{
    if (text.startsWith(sqliteScheme))
        return parseSqlite(text.mid(sqliteScheme.size()));
    const QString scheme = text.section(QLatin1Char(':'), 0, 0);
    if (text.contains(QLatin1String("://"))
        && (scheme == QLatin1String("postgresql") || scheme == QLatin1String("postgres")))
        return parsePostgresql(text);
    return fail(ErrorCode::Validation,
                QStringLiteral("the store's address must be sqlite:/absolute/file or postgresql://user@host:port/db"),
                QStringLiteral("store"));
}

QString StoreUrl::display() const
{
    if (backend == Backend::Sqlite)
        return sqliteScheme + file;
    QString text = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        text += encoded(user) + QLatin1Char('@');
    text += host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : encoded(host);
    if (port != 5432)
        text += QLatin1Char(':') + QString::number(port);
    text += QLatin1Char('/') + encoded(database);
    return options.isEmpty() ? text : text + QLatin1Char('?') + options;
}

} // namespace pfx::store
