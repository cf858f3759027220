// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/record_source.h"
#include "core/records/records.h"

#include <array>

namespace pfx::records {

namespace {

template<typename Value, size_t N>
std::optional<Value> find(const std::array<Value, N> &values, QStringView text)
{
    for (const Value value : values) {
        if (name(value) == text)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString name(System value)
{
    switch (value) {
    case System::Amocrm:
        return QStringLiteral("amocrm");
    case System::Bitrix24:
        return QStringLiteral("bitrix24");
    }
    return {};
}

QString name(Kind value)
{
    switch (value) {
    case Kind::Employee:
        return QStringLiteral("employee");
    case Kind::Pipeline:
        return QStringLiteral("pipeline");
    case Kind::Stage:
        return QStringLiteral("stage");
    case Kind::Company:
        return QStringLiteral("company");
    case Kind::Contact:
        return QStringLiteral("contact");
    case Kind::Deal:
        return QStringLiteral("deal");
    }
    return {};
}

QString name(PointKind value)
{
    switch (value) {
    case PointKind::Phone:
        return QStringLiteral("phone");
    case PointKind::Email:
        return QStringLiteral("email");
    }
    return {};
}

QString name(Semantics value)
{
    switch (value) {
    case Semantics::Open:
        return QStringLiteral("open");
    case Semantics::Won:
        return QStringLiteral("won");
    case Semantics::Lost:
        return QStringLiteral("lost");
    }
    return {};
}

QString name(Section value)
{
    switch (value) {
    case Section::Employees:
        return QStringLiteral("employees");
    case Section::Pipelines:
        return QStringLiteral("pipelines");
    case Section::Companies:
        return QStringLiteral("companies");
    case Section::Contacts:
        return QStringLiteral("contacts");
    case Section::Deals:
        return QStringLiteral("deals");
    }
    return {};
}

std::optional<System> systemFromName(QStringView text)
{
    return find(std::array{System::Amocrm, System::Bitrix24}, text);
}

std::optional<Kind> kindFromName(QStringView text)
{
    return find(std::array{Kind::Employee, Kind::Pipeline, Kind::Stage, Kind::Company, Kind::Contact, Kind::Deal}, text);
}

std::optional<Semantics> semanticsFromName(QStringView text)
{
    return find(std::array{Semantics::Open, Semantics::Won, Semantics::Lost}, text);
}

} // namespace pfx::records
