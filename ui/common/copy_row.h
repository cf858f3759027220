// SPDX-License-Identifier: GPL-3.0-or-later
// Something to be pasted elsewhere: its name, the text in a field that cannot be changed, and a button that copies it and says so. GUI
// thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace pfx::ui {

class Button;
class Field;

class CopyRow : public QWidget {
    Q_OBJECT

public:
    CopyRow(const QString &label, const QString &objectName, QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const;
    void setHint(const QString &hint);

private:
    void copy();

    QLineEdit *m_edit;
    Field *m_field;
    Button *m_copy;
};

} // namespace pfx::ui
