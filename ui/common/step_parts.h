// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of a flow and the sections of a page build in the same way: a scrolled body, the row of buttons below it, a banner for an
// error. GUI thread.
#pragma once

#include "ui/common/banner.h"
#include "ui/common/labels.h"

#include <QWidget>

#include <optional>

class QBoxLayout;

namespace pfx::ui::parts {

TextLabel *caption(const QString &text);
TextLabel *section(const QString &text);
/// A column without margins, cards apart.
QBoxLayout *column(QWidget *widget);
/// `body` in a scroll area without a frame, as wide as the page.
QWidget *scrolled(QWidget *body);
/// Buttons at the left, a sentence, buttons at the right (the last one is the primary, if there is any).
QBoxLayout *footer(const QVector<QWidget *> &left, TextLabel *sentence, const QVector<QWidget *> &right);
/// Shows or hides it.
void showError(Banner *banner, const std::optional<base::Error> &error);

} // namespace pfx::ui::parts
