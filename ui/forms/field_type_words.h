// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the types of custom fields as Planfix's own pages have them. GUI thread, once the translators are installed.
#pragma once

#include <QCoreApplication>

namespace pfx::ui {

class FieldTypeWords {
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::FieldTypeWords)

public:
    static QString of(int type);
};

} // namespace pfx::ui
