// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_setup/setup_office.h"

#include "core/planfix/scopes.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>

namespace pfx::test {

using store::Connection;

SetupOffice::SetupOffice(const QJsonObject &account)
{
    const auto url = store::StoreUrl::parse(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("store.db")));
    auto opened = store::Store::open(*url, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    store = std::move(*opened);
    live = std::make_unique<FakeLive>(*store, account);
    background = std::make_unique<ui::Background>(*store);
    services = std::make_unique<ui::Services>(
        ui::Services{*store, *background, jobs, live->clock(), prompt, view, folder.path(), live.get()});
}

SetupOffice::~SetupOffice()
{
    const QStringList refusals = live->remote().takeRefusals();
    if (!refusals.isEmpty())
        QTest::qFail(qPrintable(QStringLiteral("asked for what Planfix does not know: ") + refusals.join(QLatin1Char('\n'))), __FILE__, __LINE__);
    background.reset();
    live.reset();
}

settings::Settings SetupOffice::settings() const
{
    const auto db = store->connect();
    return settings::Settings::load(**db).value_or(settings::Settings());
}

void SetupOffice::set(const QString &key, const QString &value)
{
    const auto written = store->writer().run([&](Connection &db) { return settings::write(db, key, value); });
    if (!written)
        qFatal("%s", qPrintable(written.error().detail));
}

QString SetupOffice::secret(const QString &name)
{
    const auto value = live->keys().read(name);
    return value && *value ? (*value)->reveal() : QString();
}

QStringList allRightsBut(const QString &missing)
{
    QStringList rights{QStringLiteral("customfield_readonly"), QStringLiteral("process_readonly")};
    for (const planfix::Scope &scope : planfix::scopes())
        rights.append(scope.name);
    rights.removeAll(missing);
    return rights;
}

QStringList faults(const QWidget &page)
{
    QStringList found;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((label != nullptr && !label->text().isEmpty() && !label->wordWrap()) || (button != nullptr && !button->text().isEmpty())) {
            if (widget->width() + 1 < widget->minimumSizeHint().width())
                found.append(QStringLiteral("cut: ") + (label != nullptr ? label->text() : button->text()));
        }
        if (label != nullptr && label->wordWrap() && label->heightForWidth(label->width()) > label->height() + 1)
            found.append(QStringLiteral("cut below: ") + label->text());
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        if (area != nullptr && area->widget() != nullptr && area->widget()->width() > area->viewport()->width())
            found.append(QStringLiteral("wider than the page: %1").arg(area->widget()->width()));
        const bool control = button != nullptr || qobject_cast<const QLineEdit *>(widget) != nullptr || qobject_cast<const QComboBox *>(widget) != nullptr;
        const bool inside = qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr || qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr;
        if (control && !inside && widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty()))
            found.append(QStringLiteral("unnamed: %1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

} // namespace pfx::test
