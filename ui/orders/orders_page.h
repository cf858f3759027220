// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Заявки»: the list with its details, the form of an order, the import from a table, and at the bottom the test order for Planfix.
// open({"order": 5}) shows an order, {"number": "ORD-5"} too, {"attention": true} what needs attention, {"new": true} the form, {"import": true} the import from a table, {"test": true}
// makes a test order. GUI thread.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/orders/orders_service.h"

class QStackedWidget;

namespace pfx::ui {

class Button;
class EmptyState;
class OrderForm;
class OrderFormPresenter;
class OrdersList;
class OrdersPresenter;
class TableImport;
class TableImportPresenter;
class TestOrder;
class TestOrderStrip;
class TextLabel;

class OrdersPage : public Page
{
    Q_OBJECT

public:
    /// `services.live` is not null.
    explicit OrdersPage(Services &services, QWidget *parent = nullptr);
    ~OrdersPage() override;

    QString id() const override { return pages::Orders; }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("view-task"); }
    Badge badge() const override;
    QList<QAction *> commands() const override { return m_commands; }
    QWidget *searchField() const override;
    void open(const QVariant &target) override;
    void shown() override;
    QString runningWork() const override;

private:
    void build();
    QWidget *buildListPlace();
    void buildEmpty();
    void buildCommands();
    QAction *command(const QString &words, const char *objectName, const char *icon, std::function<void()> run);
    void showPlace(int place);
    void showState();
    void newOrder();
    void importTable();
    void backToList();
    void storeChanged();

    Services &m_services;
    OrdersService *m_service;
    OrdersPresenter *m_presenter;
    OrderFormPresenter *m_formPresenter;
    TableImportPresenter *m_importPresenter;
    TestOrder *m_testOrder;
    QStackedWidget *m_places; ///< list, form, import
    QStackedWidget *m_body;   ///< table or empty state
    OrdersList *m_list = nullptr;
    OrderForm *m_form = nullptr;
    TableImport *m_import = nullptr;
    TestOrderStrip *m_strip = nullptr;
    TextLabel *m_subtitle = nullptr;
    Button *m_new = nullptr, *m_fromTable = nullptr;
    QList<QAction *> m_commands;
    bool m_isOutdated = true; ///< The store has changed while nobody looked.
};

} // namespace pfx::ui
