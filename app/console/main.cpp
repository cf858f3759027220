// SPDX-License-Identifier: GPL-3.0-or-later
// planfix-console: the program with the window.
#include "app/console/console.h"
#include "app/console/main_window.h"
#include "core/log/logger.h"
#include "translations/translations.h"
#include "ui/common/accessibility.h"
#include "ui/common/theme.h"
#include "ui/common/wheel_guard.h"

#include <QApplication>
#include <QLocale>
#include <QTextStream>

int main(int argc, char **argv)
{
    using namespace pfx;
    // Options that only print must work without a display.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCoreApplication::setApplicationName(QStringLiteral("planfix-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PFX_VERSION));
    const auto parsed = console::parseOptions(arguments);
    if (!parsed || parsed->help || parsed->version) {
        QCoreApplication plain(argc, argv);
        const QString language = parsed ? parsed->language : QString();
        translations::install(plain, translations::chooseLanguage(language, QLocale::system().name()));
        if (!parsed) {
            QTextStream(stderr) << parsed.error().detail << "\n\n" << console::helpText();
            return 2;
        }
        QTextStream(stdout) << (parsed->help ? console::helpText() : QStringLiteral("planfix-console %1\n").arg(plain.applicationVersion()));
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("planfix-console"));
    const console::Options options = console::withChoices(*parsed);
    translations::install(application, translations::chooseLanguage(options.language, QLocale::system().name()));
    ui::installAccessibility();
    const ui::WheelGuard wheelGuard(application);
    ui::applyTheme(application, ui::colorSchemeFromName(options.style));
    console::Console program(options);
    base::SystemClock clock;
    log::LoggerOptions logging;
    if (!program.folder().isEmpty())
        logging.file = program.folder() + QStringLiteral("/log/planfix-console.log");
    const log::Logger logger(clock, logging);
    program.start();
    return application.exec();
}
