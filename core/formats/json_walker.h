// SPDX-License-Identifier: GPL-3.0-or-later
// The walk over a JSON file that finds where its records lie: steps into what wraps sections and pages, passes over everything else,
// validating it, and notes each run of records in the index. Used by JsonIndex only, whose pass it is. One thread.
#pragma once

#include "core/formats/json_index.h"

#include <algorithm>

namespace pfx::formats {

class ContentObserver;

class JsonWalker
{
public:
    JsonWalker(const std::shared_ptr<SourceFile> &file, const JsonDialect &dialect, qint64 offset, ContentObserver &observer,
               JsonIndex &index);

    bool walk();
    JsonStream &stream() { return m_stream; }
    bool recognised() const { return m_recognised; }
    const std::string &errorTitle() const { return m_errorTitle; }
    bool nothingInside() const { return m_nothingInside; }
    qint64 documents() const { return m_documents; }
    bool pages() const { return m_pages; }

private:
    struct Context
    {
        QByteArray label;
        Slot slot = Slot::None;
        int depth = 0;
        bool batch = false; ///< Every member may hold rows.
    };
    struct ObjectFacts
    {
        std::vector<std::string> keys;
        std::string href;
        std::string accountId;
        std::string title;
        bool wraps = false; ///< Something inside may hold records.

        bool hasId() const
        {
            return std::any_of(keys.begin(), keys.end(), [](const std::string &key) { return key == "id" || key == "ID"; });
        }
    };

    bool value(const Context &context);
    bool array(const Context &context);
    bool list(const Context &context, qint64 begin, bool keyed);
    bool rows(bool keyed, qint64 &count);
    bool step(bool keyed, bool &more);
    bool object(const Context &context, Slot &isRow);
    bool memberOf(const Context &context, const std::string &key, ObjectFacts &facts);
    bool unknownList(const std::string &key);
    bool keysOf(std::vector<std::string> &keys);
    bool links(ObjectFacts &facts);
    bool scalar(std::string &out);
    void addSegment(const JsonSegmentKind &kind, qint64 begin, qint64 count, bool loose = false);

    JsonStream m_stream;
    const JsonDialect &m_dialect;
    JsonIndex &m_index;
    std::string m_errorTitle;
    bool m_recognised = false;
    bool m_nothingInside = true;
    bool m_pages = false;
    qint64 m_documents = 0;
    qint64 m_lastLoose = -2; ///< The document that was the last record by itself.
};

} // namespace pfx::formats
