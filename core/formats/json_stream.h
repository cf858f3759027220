// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through JSON of any size with a small buffer, checking the grammar (RFC 8259) as it goes. Strings are not copied
// and there is no recursion, so neither a 200 MB string nor 100,000 levels cost memory. Lone surrogates written as \uD800 are let
// through: they are replaced when the value is read. One thread.
#pragma once

#include "core/formats/byte_source.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pfx::formats {

class JsonStream
{
public:
    /// Sees every chunk of the file once, in order, before it is parsed.
    class Observer
    {
    public:
        Observer() = default;
        virtual ~Observer() = default;
        Observer(const Observer &) = delete;
        Observer &operator=(const Observer &) = delete;
        /// `offset` is the chunk's place in the file. An error ends the walk.
        virtual base::Result<void> chunk(qint64 offset, const char *data, qint64 bytes) = 0;
    };

    /// What broke, and at which byte (-1: not a matter of the content).
    struct Problem
    {
        base::Error error;
        qint64 offset = -1;
    };

    static constexpr qint64 maxKept = 16 * 1024 * 1024; ///< A record may be as long as this (and so may a table's row).
    static constexpr size_t maxDepth = 1'000'000;

    JsonStream(std::shared_ptr<ByteSource> source, qint64 offset, Observer *observer = nullptr);

    /// The next byte that is no white space, not taken; -1 at the end or after a problem.
    int peek();
    void take() { ++m_pos; }
    qint64 offset() const { return m_base + static_cast<qint64>(m_pos); }

    /// Goes on at another place of the file, without reading again what is in the buffer. Forgets a problem.
    void moveTo(qint64 offset);

    /// Each returns false after a problem.
    bool skipValue();
    /// A member's name with its colon.
    bool skipKey();
    /// What stands between a name and its value.
    bool skipColon();
    /// The bytes between the quotes, escapes as written, cut after `limit`.
    bool readString(std::string &out, size_t limit);

    /// Keeps what follows until kept() or mark() is called again.
    void mark() { m_mark = m_pos; m_marked = true; m_lost = false; }
    /// From the mark to here; nothing when it was longer than maxKept. Valid until the next call of anything else.
    std::optional<std::string_view> kept();

    const std::optional<Problem> &problem() const { return m_problem; }
    bool failHere(const QString &what);

private:
    bool fill();
    bool atEnd() { return m_pos == m_length && !fill(); }
    bool skipString();
    bool skipNumber();
    bool skipLiteral(std::string_view word);
    bool endOfValue(bool &done);

    std::shared_ptr<ByteSource> m_source;
    Observer *m_observer;
    std::vector<char> m_buffer;
    size_t m_pos = 0;
    size_t m_length = 0;
    qint64 m_base = 0;
    size_t m_mark = 0;
    bool m_marked = false;
    bool m_lost = false;
    bool m_finished = false;
    std::optional<Problem> m_problem;
    std::string m_nesting;
};

} // namespace pfx::formats
