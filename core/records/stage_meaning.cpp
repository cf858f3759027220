// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/stage_meaning.h"

#include <QHash>

namespace pfx::records {

std::optional<Semantics> stageMeaning(const QString &name)
{
    static const QHash<QString, Semantics> known{
        {QStringLiteral("успешно реализовано"), Semantics::Won},
        {QStringLiteral("closed - won"), Semantics::Won},
        {QStringLiteral("сделка успешна"), Semantics::Won},
        {QStringLiteral("deal won"), Semantics::Won},
        {QStringLiteral("закрыто и не реализовано"), Semantics::Lost},
        {QStringLiteral("closed - lost"), Semantics::Lost},
        {QStringLiteral("сделка провалена"), Semantics::Lost},
        {QStringLiteral("анализ причины провала"), Semantics::Lost},
        {QStringLiteral("deal lost"), Semantics::Lost},
        {QStringLiteral("analyze failure"), Semantics::Lost},
    };
    const auto found = known.constFind(name.simplified().toLower());
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

} // namespace pfx::records
