// SPDX-License-Identifier: GPL-3.0-or-later
// The page "customers and deals" on a real store, for the tests that work it by keyboard and by click. With PFX_PICTURES=folder each state
// is also kept as a picture, in the language, theme and window of PFX_LANG, PFX_THEME and PFX_SIZE.
#pragma once

#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/ui_crm/crm_page_data.h"

#include "ui/common/background.h"
#include "ui/common/job_model.h"
#include "ui/common/services.h"
#include "ui/common/table.h"
#include "ui/common/view_settings.h"
#include "ui/crm/crm_page.h"

namespace pfx::test {

class CrmPageScene : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

protected:
    void open(bool filled);
    template<typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    int rows(const char *table) const { return child<ui::Table>(table)->model()->rowCount(); }
    void picture(const QString &name);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }

    std::unique_ptr<StoreFixture> m_fixture;
    std::atomic<bool> m_refuse = false;
    std::unique_ptr<ui::Background> m_background;
    std::unique_ptr<ui::JobModel> m_jobs;
    std::unique_ptr<ui::MemoryViewSettings> m_settings;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<ui::CrmPage> m_page;
    AnsweringPrompt m_prompt;
    FakeClock m_clock;
};

} // namespace pfx::test
