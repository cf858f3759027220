// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_imports/office.h"

#include "core/crm/employees.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Office::Office()
{
    const auto url = store::StoreUrl::parse(u"sqlite:"_s + folder.filePath(u"store.db"_s));
    auto opened = store::Store::open(*url, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    store = std::move(*opened);
    background = std::make_unique<ui::Background>(*store);
    services = std::make_unique<ui::Services>(ui::Services{*store, *background, jobs, clock, prompt, settings, folder.path()});
    newPage();
}

Office::~Office()
{
    page.reset();
    QElapsedTimer waiting;
    waiting.start();
    while (jobs.hasRunning() && waiting.elapsed() < kPatience)
        QTest::qWait(10);
    background.reset();
}

void Office::newPage()
{
    page = std::make_unique<ui::ImportsPage>(*services);
    page->resize(1064, 760);
    page->show();
    page->activateWindow();
    page->shown();
}

QString Office::file(const QString &name, const QByteArray &content) const
{
    QFile out(folder.filePath(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("no file");
    return out.fileName();
}

qint64 Office::addEmployee(const QString &name)
{
    qint64 id = 0;
    const auto added = store->writer().run([&](store::Connection &db) -> base::Result<void> {
        crm::Employee employee;
        employee.name = name;
        PFX_ASSIGN(id, crm::employees::add(db, employee, clock.nowMs()));
        return {};
    });
    if (!added)
        qFatal("%s", qPrintable(added.error().detail));
    return id;
}

bool Office::click(const QString &name) const
{
    for (auto *button : page->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == name && button->isVisible() && button->isEnabled()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}
