// SPDX-License-Identifier: GPL-3.0-or-later
// The program around a page, which only writes down what it was asked for. GUI thread.
#pragma once

#include "ui/common/program_control.h"

#include <QStringList>

namespace pfx::test {

class FakeProgram : public ui::ProgramControl {
public:
    QString runningWork() const override { return work; }
    void showInLanguage() override { asked.append(QStringLiteral("language")); }
    bool canChangeStore() const override { return isChangeable; }
    void moveStore(const QString &address) override { asked.append(QStringLiteral("move ") + address); }
    void useStore(const QString &address) override { asked.append(QStringLiteral("use ") + address); }
    void restoreStore(const QString &backup) override { asked.append(QStringLiteral("restore ") + backup); }
    ui::StoreNews takeStoreNews() override { return std::exchange(news, {}); }

    QString work;
    bool isChangeable = true;
    ui::StoreNews news;
    QStringList asked;
};

} // namespace pfx::test
