// SPDX-License-Identifier: GPL-3.0-or-later
// The form of MappingPresenter: template, name, contact, assignees, the table of fields, and the request as it would be sent. GUI thread.
#pragma once

#include <QHash>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class Field;
class MappingPresenter;
class PeoplePicker;
class TextLabel;

class MappingForm : public QWidget {
    Q_OBJECT

public:
    explicit MappingForm(MappingPresenter &presenter, QWidget *parent = nullptr);
    void focusFirst();

signals:
    void checkWanted(); ///< The choices are not known yet.

private:
    struct Row {
        QComboBox *choice;
        Field *field;
    };

    QWidget *taskCard();
    QWidget *fieldsCard();
    QWidget *previewCard();
    void refresh();
    void refreshChoices();
    void refreshRows();
    void showNotice();

    MappingPresenter &m_presenter;
    Banner *m_notice;
    QComboBox *m_template;
    Field *m_templateField;
    QLineEdit *m_name;
    Field *m_nameField;
    QComboBox *m_contact;
    Field *m_contactField;
    PeoplePicker *m_assignees;
    Field *m_assigneesField;
    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
    QLineEdit *m_extra;
    TextLabel *m_previewTitle;
    TextLabel *m_previewText;
    Button *m_more;
    QPlainTextEdit *m_request;
    QString m_choicesShown;
    QString m_noticeShown;
};

} // namespace pfx::ui
