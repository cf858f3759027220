// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages at the window's left: icon, word, badge. Icons alone when narrow. Up/Down and Return choose. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QListView>

class QStandardItemModel;

namespace pfx::ui {

/// What needs attention on a page; nothing is shown for 0.
struct Badge
{
    int number = 0;
    Tone tone = Tone::Info;

    bool operator==(const Badge &) const = default;
};

class Navigation : public QListView
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, IconNameRole, BadgeRole, BadgeToneRole, NarrowRole };

    explicit Navigation(QWidget *parent = nullptr);
    void addPage(const QString &id, const QString &title, const QString &icon);
    void setBadge(const QString &id, const Badge &badge);
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    QString currentId() const;
    void setCurrentId(const QString &id); ///< Emits pageChosen when it is another one.

signals:
    void pageChosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int rowOf(const QString &id) const;
    void nameIt(int row);

    QStandardItemModel *m_model;
    bool m_narrow = false;
};

} // namespace pfx::ui
