// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the window. The window shows title and badge in the navigation, offers the actions in the command palette, and sends the
// person to another page when asked. GUI thread.
#pragma once

#include "ui/common/navigation.h"

#include <QAction>
#include <QVariant>
#include <QWidget>

namespace pfx::ui {

namespace pages {
inline const QString Overview = QStringLiteral("overview");
inline const QString Orders = QStringLiteral("orders");
inline const QString Imports = QStringLiteral("imports");
inline const QString Crm = QStringLiteral("crm");
inline const QString Sms = QStringLiteral("sms");
inline const QString Mailing = QStringLiteral("mailing");
inline const QString Bridge = QStringLiteral("bridge");
inline const QString Journal = QStringLiteral("journal");
inline const QString Setup = QStringLiteral("setup");
inline const QString Settings = QStringLiteral("settings");
} // namespace pages

class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString id() const = 0;       ///< "imports"
    virtual QString title() const = 0;    ///< Of the navigation: «Импорт»
    virtual QString iconName() const = 0; ///< Breeze name
    virtual Badge badge() const { return {}; }
    /// For the command palette; owned by the page.
    virtual QList<QAction *> commands() const { return {}; }
    /// Ctrl+F: the page's own search field, nullptr when it has none.
    virtual QWidget *searchField() const { return nullptr; }
    /// Place in the guide (F1): the page's id, or id/heading for a chapter within.
    virtual QString helpAnchor() const { return id(); }
    /// Shows something on the page (a job's target, {"contact": 5}).
    virtual void open(const QVariant &) {}
    /// The page has come to the front.
    virtual void shown() {}
    /// Work of the page's own (not a Job) that closing the window would interrupt; empty: none. A sentence for the question.
    virtual QString runningWork() const { return {}; }

signals:
    void badgeChanged();
    void goTo(const QString &pageId, const QVariant &target);
    void helpRequested(const QString &anchor); ///< As F1, at a place of the page's choosing.
};

} // namespace pfx::ui
