// SPDX-License-Identifier: GPL-3.0-or-later
// One setting as a form field: the editor that its kind wants, the reason beside it when a value is not acceptable, «Сохранено» and
// «Вернуть» after a change. GUI thread.
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace pfx::ui {

class Button;
class Field;
class SettingsPresenter;
class TextLabel;

class SettingRow : public QWidget {
    Q_OBJECT

public:
    /// `label` is what a person calls it; below it stands what the setting is for (core/texts).
    SettingRow(SettingsPresenter &presenter, const QString &key, const QString &label, QWidget *parent = nullptr);
    void setHint(const QString &hint);
    void addBeside(QWidget *widget);
    /// As if a person had typed it and left the field.
    void enter(const QString &text);
    void focusFirst();

private:
    void refresh();
    void buildEditor(const QString &label);

    SettingsPresenter &m_presenter;
    QString m_key;
    QCheckBox *m_check = nullptr;
    QLineEdit *m_edit = nullptr;
    Field *m_field = nullptr;
    QWidget *m_after;
    TextLabel *m_saved;
    Button *m_undo;
};

} // namespace pfx::ui
