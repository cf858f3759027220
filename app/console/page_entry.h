// SPDX-License-Identifier: GPL-3.0-or-later
// A page as the window knows it before it exists: the navigation is there at once, the page when the store is open.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"

#include <QVector>

#include <functional>

namespace pfx::console {

struct PageEntry
{
    QString id, title, icon;
    std::function<ui::Page *(ui::Services &, QWidget *)> make;
};

/// The pages of the program, in the navigation's order.
QVector<PageEntry> allPages();

} // namespace pfx::console
