// SPDX-License-Identifier: GPL-3.0-or-later
// The form of an order in the page: client, visit, items, further fields. Shows an OrderFormPresenter. GUI thread.
#pragma once

#include "ui/orders/order_form_presenter.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class Field;
class TextLabel;
struct Services;

class OrderForm : public QWidget
{
    Q_OBJECT

public:
    OrderForm(OrderFormPresenter &presenter, Services &services, QWidget *parent = nullptr);

    void focusFirst();

signals:
    void left(); ///< Back to the list; nothing was saved.

private:
    QWidget *buildClient();
    QWidget *buildVisit();
    Card *buildItems();
    Card *buildExtra();
    QWidget *buildFooter();
    Field *keep(Field *field, const QString &key);
    void fill();
    void fillItems();
    void fillExtra();
    QLineEdit *cell(const QString &text, const QString &objectName, const QString &words, const QString &key);
    void read();
    void refresh();
    void trySave();
    void askToLeave();

    OrderFormPresenter &m_presenter;
    Services &m_services;
    TextLabel *m_title;
    Banner *m_error;
    QLineEdit *m_number, *m_name, *m_phone, *m_email, *m_address, *m_total, *m_currency;
    QPlainTextEdit *m_comment;
    QComboBox *m_status;
    QCheckBox *m_hasVisit;
    QDateTimeEdit *m_visit;
    QWidget *m_itemRows = nullptr, *m_extraRows = nullptr;
    Card *m_items = nullptr, *m_extra = nullptr;
    Button *m_save = nullptr;
    QHash<QString, Field *> m_fields;
    QVector<QVector<QLineEdit *>> m_itemCells, m_extraCells;
    QHash<QString, QLineEdit *> m_cells; ///< By the key of their error.
    TextLabel *m_rowErrors = nullptr, *m_extraErrors = nullptr;
    bool m_filling = false;
};

} // namespace pfx::ui
