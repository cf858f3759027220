// SPDX-License-Identifier: GPL-3.0-or-later
// The small editor of an employee inside step 2: name, e-mail, extension. GUI thread.
#pragma once

#include "ui/imports/options_presenter.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace pfx::ui {

class Banner;
class Field;
class TextLabel;

class EmployeeEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EmployeeEditor(OptionsPresenter &presenter, QWidget *parent = nullptr);

    bool ownsFocus() const;
    /// Enter inside the editor.
    QPushButton *primary() const { return m_save; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Escape closes it.

private:
    void refresh();
    void edited();

    OptionsPresenter &m_presenter;
    TextLabel *m_title = nullptr;
    Banner *m_banner = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_extension = nullptr;
    Field *m_nameField = nullptr;
    Field *m_emailField = nullptr;
    QString m_shownError; ///< Below one of the fields, which took the focus with it.
    QPushButton *m_save = nullptr;
    bool m_wasOpen = false;
};

} // namespace pfx::ui
