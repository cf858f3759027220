// SPDX-License-Identifier: GPL-3.0-or-later
// A form field: label above, red * when required, the editor, a hint below, and in its place an error. It names the editor for screen
// readers and for tests. GUI thread.
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace pfx::ui {

class TextLabel;

class Field : public QWidget
{
    Q_OBJECT
public:
    enum class Need { Optional, Required };
    /// Takes the editor. `label` becomes its accessible name, `objectName` its object name.
    Field(const QString &label, QWidget *editor, const QString &objectName, Need need = Need::Optional, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    void setError(const QString &error); ///< Empty: the hint comes back.
    QString error() const { return m_errorText; }
    void setLabel(const QString &label);
    QWidget *editor() const { return m_editor; }
    /// Something beside the editor: a button «Выбрать файл…».
    void addBeside(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showBelow();

    QWidget *m_editor;
    TextLabel *m_label;
    TextLabel *m_below;
    QHBoxLayout *m_row;
    QString m_labelText, m_hint, m_errorText;
    Need m_need;
};

} // namespace pfx::ui
