// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_crm/crm_page_scene.h"

#include "tests/support/verify_result.h"
#include "translations/translations.h"
#include "ui/common/theme.h"

#include <QApplication>

namespace pfx::test {

void CrmPageScene::initTestCase()
{
    translations::install(*qApp, translations::chooseLanguage(qEnvironmentVariable("PFX_LANG"), {}));
    ui::applyTheme(*qApp, ui::colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void CrmPageScene::init()
{
    m_refuse = false;
    m_prompt.path.clear();
    m_prompt.verbs.clear();
    m_prompt.names.clear();
}

void CrmPageScene::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_background.reset();
    m_fixture.reset();
}

void CrmPageScene::open(bool filled)
{
    m_fixture = std::make_unique<StoreFixture>(QStringLiteral("sqlite"));
    QVERIFY2(m_fixture->isValid(), qPrintable(m_fixture->error()));
    if (filled)
        PFX_VERIFY(m_fixture->store().writer().run(&fillCrm));
    m_background = std::make_unique<ui::Background>([this]() -> base::Result<std::unique_ptr<store::Connection>> {
        if (m_refuse)
            return base::fail(base::ErrorCode::StorageLocked, QStringLiteral("database is locked"));
        return m_fixture->store().connect();
    });
    m_jobs = std::make_unique<ui::JobModel>();
    m_settings = std::make_unique<ui::MemoryViewSettings>();
    m_services = std::make_unique<ui::Services>(
        ui::Services{m_fixture->store(), *m_background, *m_jobs, m_clock, m_prompt, *m_settings, m_fixture->folder()});
    m_page = std::make_unique<ui::CrmPage>(*m_services);
    // A window without its navigation and bar.
    const QStringList size = qEnvironmentVariable("PFX_SIZE", QStringLiteral("1280x800")).split(QLatin1Char('x'));
    const int width = size.first().toInt();
    const int navigation = width < ui::metrics::NarrowWindow ? ui::metrics::NavigationNarrowWidth : ui::metrics::NavigationWidth;
    m_page->resize(width - navigation, size.last().toInt() - 42);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->shown();
    settle();
}

void CrmPageScene::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("PFX_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_page->grab().save(QStringLiteral("%1/%2.png").arg(folder, name)));
}

} // namespace pfx::test
