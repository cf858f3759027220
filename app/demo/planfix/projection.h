// SPDX-License-Identifier: GPL-3.0-or-later
// What of a row is told: only the number unless fields are asked for; custom fields by their numbers. Pure.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace pfx::fake {

/// `selectable`: the system names of this call. Others are left out in silence.
QJsonObject project(const QJsonObject &row, const QString &fields, const QStringList &selectable);
/// The names among `fields` that nobody knows here.
QStringList unknownFields(const QString &fields, const QStringList &selectable);
/// All of it but what is ours.
QJsonObject withoutOwn(QJsonObject row);

} // namespace pfx::fake
