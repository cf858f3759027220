// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "app/profile/profile.h"
#include "ui/common/program_settings.h"
#include "ui/common/view_settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace pfx::console {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pfx::console::Options)
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Words::tr("Connects a Planfix account with everything around it."));
    parser.addOptions({
        {QStringLiteral("profile"), Words::tr("Folder of settings and data."), QStringLiteral("DIR")},
        {QStringLiteral("store"), Words::tr("The store: sqlite:/absolute/file or postgresql://user@host:port/db."), QStringLiteral("URL")},
        {QStringLiteral("lang"), Words::tr("Language: ru or en."), QStringLiteral("LANG")},
        {QStringLiteral("theme"), Words::tr("Colours: light or dark; else the system's."), QStringLiteral("THEME")},
        {QStringLiteral("demo"), Words::tr("Shows the program on invented services and data; nothing is sent, nothing is kept.")},
        {QStringLiteral("version"), Words::tr("Prints the version.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Prints this help.")},
    });
}

} // namespace

base::Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return base::fail(base::ErrorCode::Usage, parser.errorText());
    Options options;
    options.version = parser.isSet(QStringLiteral("version"));
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.language = parser.value(QStringLiteral("lang"));
    if (!options.language.isEmpty() && options.language != QLatin1String("ru") && options.language != QLatin1String("en"))
        return base::fail(base::ErrorCode::Usage, Words::tr("--lang is ru or en"), QStringLiteral("lang"));
    const QString theme = parser.value(QStringLiteral("theme"));
    options.style = theme.isEmpty() ? qEnvironmentVariable("PFX_THEME") : theme;
    options.store = parser.value(QStringLiteral("store"));
    options.profile = parser.value(QStringLiteral("profile"));
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

Options withChoices(Options options)
{
    const auto profile = app::chooseProfile(options.profile, options.store);
    if (!profile)
        return options; // the window says why
    const ui::FileViewSettings settings(profile->folder + QStringLiteral("/view.ini"));
    if (options.language.isEmpty())
        options.language = ui::program::language(settings);
    if (options.style.isEmpty())
        options.style = ui::program::colors(settings);
    return options;
}

} // namespace pfx::console
