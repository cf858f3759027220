// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/file_driver.h"

#include "core/sms/segments.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QUrl>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

QString pathOf(const ProviderConfig &config, const DriverTools &tools)
{
    if (config.url.startsWith(QLatin1String("file:")))
        return QUrl(config.url).toLocalFile();
    if (!config.url.isEmpty())
        return config.url;
    return tools.folder.isEmpty() ? QString() : QDir(tools.folder).filePath(QStringLiteral("sms-%1.jsonl").arg(config.name));
}

class FileDriver : public Driver {
public:
    FileDriver(const QString &path, const base::Clock &clock) : m_file(path), m_clock(clock) { }

    Abilities abilities() const override
    {
        Abilities abilities;
        abilities.looksUp = true;
        return abilities;
    }
    int window() const override { return 200; }

    void submit(const Outgoing &message, SubmitDone done) override
    {
        if (const auto written = write(message); !written)
            done(tl::unexpected(SubmitFailure{Trouble::Transient, written.error(), {}, {}}));
        else
            done(Submitted{{QString::number(message.reference)}});
    }

    tl::expected<void, SubmitFailure> probe(const base::StopToken &) override
    {
        if (const auto opened = open(); !opened)
            return tl::unexpected(SubmitFailure{Trouble::Transient, opened.error(), {}, {}});
        return {};
    }

    Result<Sighting> sight(const Outgoing &message, const base::StopToken &) override
    {
        QFile file(m_file.fileName());
        if (!file.exists())
            return Sighting{Sighting::Fate::NotThere, {}, Delivery::Pending};
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(ErrorCode::StorageReadOnly, file.errorString(), file.fileName());
        const QByteArray mark = markOf(message);
        while (!file.atEnd()) {
            if (file.readLine().startsWith(mark))
                return Sighting{Sighting::Fate::Found, {QString::number(message.reference)}, Delivery::Pending};
        }
        return Sighting{Sighting::Fate::NotThere, {}, Delivery::Pending};
    }

private:
    /// How the line of a message begins.
    static QByteArray markOf(const Outgoing &message) { return "{\"reference\":" + QByteArray::number(message.reference) + ','; }

    Result<void> open()
    {
        if (m_file.isOpen())
            return {};
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return base::fail(ErrorCode::StorageReadOnly, m_file.errorString(), m_file.fileName());
        return {};
    }

    Result<void> write(const Outgoing &message)
    {
        PFX_TRY(open());
        const QJsonObject rest{{QStringLiteral("id"), QString::number(message.id)},
                               {QStringLiteral("from"), message.from},
                               {QStringLiteral("to"), message.to},
                               {QStringLiteral("text"), message.text},
                               {QStringLiteral("segments"), segmentsOf(message.text).count()},
                               {QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC).toString(Qt::ISODateWithMs)}};
        const QByteArray line = markOf(message) + QJsonDocument(rest).toJson(QJsonDocument::Compact).mid(1) + '\n';
        if (m_file.write(line) == line.size())
            return {};
        base::Error error{ErrorCode::StorageFull, m_file.errorString(), m_file.fileName()};
        m_file.close();
        return base::fail(error);
    }

    QFile m_file;
    const base::Clock &m_clock;
};

} // namespace

Result<std::unique_ptr<Driver>> makeFileDriver(const ProviderConfig &config, const DriverTools &tools, DriverEvents &)
{
    const QString path = pathOf(config, tools);
    if (!QDir::isAbsolutePath(path))
        return base::fail(ErrorCode::Validation, QStringLiteral("expected an absolute path of a file"), QStringLiteral("url"));
    return std::make_unique<FileDriver>(path, tools.clock);
}

} // namespace pfx::sms
