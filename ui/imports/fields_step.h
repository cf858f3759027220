// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3 on the screen: a line for each field of the source and for each of its stages, named mappings. GUI thread.
#pragma once

#include "ui/imports/fields_presenter.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace pfx::ui {

class Banner;
class Card;
class Field;
class Prompt;
class TextLabel;

class FieldsStep : public QWidget
{
    Q_OBJECT

public:
    FieldsStep(FieldsPresenter &presenter, Prompt &prompt, QWidget *parent = nullptr);

    void focusFirst();
    QPushButton *primary() const { return m_next; }

signals:
    void back();
    void start();
    void next();

private:
    QWidget *named();
    void rebuild();
    void rebuildFields();
    void rebuildStages();
    void refresh();
    QComboBox *targetChoice(const FieldRow &row) const;
    QComboBox *stageChoice(const StageRow &row) const;
    void saveFile();
    void loadFile();
    void chooseNamed(int index);
    void askDelete();
    void refreshNamed();

    FieldsPresenter &m_presenter;
    Prompt &m_prompt;
    Banner *m_banner = nullptr;
    Card *m_fields = nullptr;
    Card *m_stages = nullptr;
    QWidget *m_fieldGrid = nullptr;
    QWidget *m_stageGrid = nullptr;
    QVector<QComboBox *> m_targets, m_stageTargets;
    TextLabel *m_none = nullptr;
    QComboBox *m_name = nullptr;
    Field *m_nameField = nullptr;
    QToolButton *m_delete = nullptr;
    QString m_shownName;
    TextLabel *m_done = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace pfx::ui
