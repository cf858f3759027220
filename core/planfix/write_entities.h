// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts to the bodies of Planfix's create and update calls: what is not set is not sent. Any thread.
#pragma once

#include "core/planfix/entities.h"

#include <QJsonObject>

namespace pfx::planfix {

QJsonObject toJson(const TaskDraft &draft);
QJsonObject toJson(const ContactDraft &draft);

/// A person's text as the HTML of a task or comment: escaped, lines by <br>. Code points above U+FFFF are left out: some calls refuse them.
QString toHtml(const QString &text);

} // namespace pfx::planfix
