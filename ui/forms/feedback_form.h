// SPDX-License-Identifier: GPL-3.0-or-later
// What is pasted into Planfix: the address, the scenarios' texts, and whether the first request has come. GUI thread.
#pragma once

#include <QWidget>

namespace pfx::ui {

class ChipLabel;
class CopyRow;
class FeedbackPresenter;
class TextLabel;

class FeedbackForm : public QWidget {
    Q_OBJECT

public:
    explicit FeedbackForm(FeedbackPresenter &presenter, QWidget *parent = nullptr);

private:
    void refresh();

    FeedbackPresenter &m_presenter;
    ChipLabel *m_outside;
    ChipLabel *m_call;
    CopyRow *m_address;
    TextLabel *m_note;
    QVector<CopyRow *> m_bodies;
};

} // namespace pfx::ui
