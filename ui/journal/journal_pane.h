// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the journal beside the table: what it was, what came of it, what can be done, the request and the answer, the exchanges made
// for it and the effects it had. GUI thread.
#pragma once

#include "ui/journal/journal_presenter.h"

#include <QStackedWidget>

namespace pfx::base {
class Clock;
}

namespace pfx::ui {

class Banner;
class DetailsPane;
class TextLabel;

class JournalPane : public QStackedWidget
{
    Q_OBJECT
public:
    explicit JournalPane(const base::Clock &clock, QWidget *parent = nullptr);
    void show(const JournalState &state);
    void takeFocus();

signals:
    void deedChosen(const pfx::ui::JournalDeed &deed);
    void entryChosen(qint64 id);
    void orderChosen(qint64 id);
    void subjectChosen(const QString &subject);
    void retryRequested();

private:
    void fill(const JournalState &state);
    void addFacts(const exchange::JournalDetails &record);
    void addDeeds(const JournalState &state);
    void addText(const QString &title, const QString &text, const QString &objectName);
    void addRelated(const exchange::JournalDetails &record);

    const base::Clock &m_clock;
    TextLabel *m_hint;
    DetailsPane *m_pane;
    QWidget *m_failure;
    Banner *m_banner;
    struct Shown
    {
        exchange::JournalDetails record;
        bool isPerforming = false;
        qint64 performedRow = 0;
        std::optional<base::Error> deedError;
        bool operator==(const Shown &) const = default;
    } m_shown;
};

} // namespace pfx::ui
