// SPDX-License-Identifier: GPL-3.0-or-later
// «Доступность»: the public address, the two ways to get one explained, and «Проверить доступность». GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class Field;
class FeedbackPresenter;

class ReachForm : public QWidget {
    Q_OBJECT

public:
    explicit ReachForm(FeedbackPresenter &presenter, QWidget *parent = nullptr);
    QLineEdit *urlEdit() const { return m_url; }

signals:
    void urlEntered(); ///< The field was left or Return pressed.
    void helpWanted(); ///< «Как настроить»

private:
    void refresh();
    void showReach();

    FeedbackPresenter &m_presenter;
    QLineEdit *m_url;
    Field *m_field;
    Button *m_check;
    Banner *m_banner;
    QString m_shown;
};

} // namespace pfx::ui
