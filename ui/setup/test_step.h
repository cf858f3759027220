// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of the set-up: what «Готово» will save, and once it is saved the test order on its way to its first task and back. GUI
// thread.
#pragma once

#include <QWidget>

namespace pfx::ui {

class Banner;
class Button;
class SetupPresenter;
class TestOrderStrip;
class TextLabel;

class TestStep : public QWidget {
    Q_OBJECT

public:
    explicit TestStep(SetupPresenter &presenter, QWidget *parent = nullptr);
    /// False when there is nothing here to do yet.
    bool focusFirst();

signals:
    void orderRequested(qint64 id);
    void journalRequested(qint64 row);

private:
    QWidget *saveCard();
    QWidget *hintLine();
    void refresh();
    void showArrival();

    SetupPresenter &m_presenter;
    QWidget *m_save, *m_hintLine;
    TextLabel *m_toSave, *m_hint;
    Button *m_toAccount;
    TestOrderStrip *m_strip;
    Banner *m_arrived;
    QString m_arrivalShown;
};

} // namespace pfx::ui
