// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/program_settings.h"

#include "ui/common/view_settings.h"

#include <QApplication>
#include <QLoggingCategory>

namespace pfx::ui::program {

namespace {

const QString languageKey = QStringLiteral("program/language");
const QString colorsKey = QStringLiteral("program/colors");
const QString logKey = QStringLiteral("program/log");
const QString detailed = QStringLiteral("detailed");

} // namespace

QString language(const ViewSettings &settings)
{
    return settings.value(languageKey).toString();
}

void setLanguage(ViewSettings &settings, const QString &language)
{
    settings.setValue(languageKey, language);
}

QString colors(const ViewSettings &settings)
{
    return settings.value(colorsKey).toString();
}

void setColors(ViewSettings &settings, const QString &name)
{
    settings.setValue(colorsKey, name);
    if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance()))
        applyTheme(*application, colorSchemeFromName(name));
}

LogLevel logLevel(const ViewSettings &settings)
{
    return settings.value(logKey).toString() == detailed ? LogLevel::Detailed : LogLevel::Usual;
}

void setLogLevel(ViewSettings &settings, LogLevel level)
{
    settings.setValue(logKey, level == LogLevel::Detailed ? detailed : QString());
    applyLogLevel(settings);
}

void applyLogLevel(const ViewSettings &settings)
{
    // QT_LOGGING_RULES of the environment stands above these.
    QLoggingCategory::setFilterRules(logLevel(settings) == LogLevel::Detailed ? QStringLiteral("pfx.*.debug=true") : QStringLiteral("pfx.*.debug=false"));
}

} // namespace pfx::ui::program
