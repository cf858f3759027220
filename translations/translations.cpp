// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

static void initializeResource()
{
    Q_INIT_RESOURCE(catalogues);
}

namespace pfx::translations {

static const QString ours = QStringLiteral("pfx-catalogue");

QString chooseLanguage(const QString &asked, const QString &systemLocale)
{
    const QString wanted = asked.isEmpty() ? systemLocale : asked;
    return wanted.startsWith(QLatin1String("en"), Qt::CaseInsensitive) ? QStringLiteral("en") : QStringLiteral("ru");
}

void install(QCoreApplication &application, const QString &language)
{
    initializeResource();
    for (QTranslator *before : application.findChildren<QTranslator *>(ours, Qt::FindDirectChildrenOnly))
        delete before; // it takes itself out of the application
    QLocale::setDefault(language == QLatin1String("en") ? QLocale(QLocale::English) : QLocale(QLocale::Russian, QLocale::Russia));
    for (const QString &catalogue : {QStringLiteral("qtbase_%1"), QStringLiteral("planfix-console_%1")}) {
        auto *translator = new QTranslator(&application);
        translator->setObjectName(ours);
        if (translator->load(QStringLiteral(":/i18n/") + catalogue.arg(language)))
            application.installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace pfx::translations
