// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/item_weight.h"

namespace pfx::formats {

namespace {

constexpr qint64 weightOfPart = 128;

qsizetype parts(const base::Error &)
{
    return 0;
}

qsizetype parts(const records::PassedOver &)
{
    return 0;
}

qsizetype parts(const records::Employee &)
{
    return 0;
}

qsizetype parts(const records::Pipeline &pipeline)
{
    return pipeline.stages.size();
}

qsizetype parts(const records::Company &company)
{
    return company.points.size() + company.custom.size() + company.tags.size();
}

qsizetype parts(const records::Contact &contact)
{
    return contact.points.size() + contact.custom.size() + contact.tags.size();
}

qsizetype parts(const records::Deal &deal)
{
    return deal.contacts.size() + deal.custom.size() + deal.tags.size();
}

} // namespace

qint64 weightOf(const records::SourceItem &item)
{
    return item.raw.size() + weightOfPart * std::visit([](const auto &content) { return parts(content); }, item.content);
}

} // namespace pfx::formats
