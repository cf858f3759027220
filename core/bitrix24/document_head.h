// SPDX-License-Identifier: GPL-3.0-or-later
// What the failed rows of a file point to, in Bitrix24's own form: users, categories, stages and the dictionaries of sources and types. A
// document of failed rows begins with them, so that owners and stages are found when it is imported. Any thread.
#pragma once

#include "core/records/records.h"

#include <QHash>

namespace pfx::bitrix24 {

/// `dictionaries`: names by "SOURCE:WEB".
QByteArray documentHeadOf(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines,
                          const QHash<QString, QString> &dictionaries);

} // namespace pfx::bitrix24
