// SPDX-License-Identifier: GPL-3.0-or-later
// The two fields of the connection with Planfix: the account in any spelling, and the key, shown as dots. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace pfx::ui {

class ConnectionPresenter;
class Field;

class AccountField : public QWidget {
    Q_OBJECT

public:
    explicit AccountField(ConnectionPresenter &presenter, QWidget *parent = nullptr);
    void focusFirst();

signals:
    void entered(); ///< Return was pressed.

private:
    void refresh();

    ConnectionPresenter &m_presenter;
    QLineEdit *m_edit;
    Field *m_field;
};

class KeyField : public QWidget {
    Q_OBJECT

public:
    explicit KeyField(ConnectionPresenter &presenter, QWidget *parent = nullptr);
    void focusFirst();

signals:
    void entered();

private:
    void refresh();

    ConnectionPresenter &m_presenter;
    QLineEdit *m_edit;
    QToolButton *m_eye;
    Field *m_field;
};

} // namespace pfx::ui
