// SPDX-License-Identifier: GPL-3.0-or-later
// What JsonIndex and JsonSource have to know of a system: the names of its sections, how to tell its rows apart, and how a row becomes
// a record. Implemented by core/amocrm and core/bitrix24. One thread.
#pragma once

#include "core/formats/json_view.h"
#include "core/records/record_source.h"

#include <array>
#include <vector>

namespace pfx::formats {

/// What an array in a file can hold. The order is the order of reading inside a section.
enum class Slot { Employees, Pipelines, Stages, Companies, Contacts, Deals, Ignored, None };
constexpr size_t slotCount = 6; ///< Of those that hold records.

std::optional<records::Section> sectionOf(Slot slot);

/// What the inspecting pass found for a dialect to look at: the first rows, and words about the account.
struct JsonFindings
{
    std::array<std::vector<QByteArray>, slotCount> samples;
    QString selfHref;  ///< `_links.self.href` of a page.
    QString accountId; ///< account_id, subdomain or what the system calls it.
};

class JsonDialect
{
public:
    JsonDialect() = default;
    virtual ~JsonDialect() = default;
    JsonDialect(const JsonDialect &) = delete;
    JsonDialect &operator=(const JsonDialect &) = delete;

    virtual records::System system() const = 0;

    /// The slot of an array by its key ("contacts"); None when the key says nothing.
    virtual Slot slotOfKey(std::string_view key) const = 0;
    /// A key whose value wraps pages or rows ("_embedded", "result").
    virtual bool isEnvelope(std::string_view key) const = 0;
    /// The slot of a row by its keys; None when it is no row at all.
    virtual Slot slotOfRow(const std::vector<std::string> &keys, std::string_view href) const = 0;
    /// How many keys are this system's own minus how many are the other's.
    virtual int likeness(const JsonView &row) const = 0;
    virtual QString account(const JsonFindings &findings) const = 0;

    /// Looks once at all pipelines and stages before records are read (names of pipelines that rows only give by id).
    virtual void learn(Slot slot, const JsonView &row) = 0;

    /// Fills item.content (item.place is set). False: the row is no record and is passed over.
    virtual bool read(Slot slot, const JsonView &row, records::SourceItem &item) const = 0;

    virtual QVector<records::SourceField> fields(const JsonFindings &findings) const = 0;

    /// What rows point to, in the system's own form, for a document of failed rows: a JSON object without line feeds.
    virtual QByteArray documentHead(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines) const = 0;
    /// The members of a document by which account() says this one again.
    virtual QByteArray accountMember(const QString &account) const = 0;

    /// The key under which a failed row stands in a document of its own.
    virtual QByteArray documentKey(records::Section section, const JsonView &row) const = 0;
};

} // namespace pfx::formats
