// SPDX-License-Identifier: GPL-3.0-or-later
// What a store holds while the page is tested, and a person who answers every question with yes.
#pragma once

#include "core/store/connection.h"
#include "ui/common/prompt.h"

namespace pfx::test {

class AnsweringPrompt : public ui::Prompt
{
public:
    void confirm(QWidget *, const ui::Question &question, std::function<void()> yes) override
    {
        verbs.append(question.verb);
        yes();
    }
    void openFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const ui::FileQuestion &question, std::function<void(const QString &)> chosen) override
    {
        names.append(question.name);
        chosen(path);
    }

    QString path;
    QStringList verbs, names;
};

/// As if typed; QTest::keyClicks() knows Latin letters only.
void type(QWidget *editor, const QString &text);

/// 600 contacts, 4 companies, one pipeline of five stages, 300 deals, two employees.
base::Result<void> fillCrm(store::Connection &db);

} // namespace pfx::test
