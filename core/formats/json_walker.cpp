// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_walker.h"

#include "core/formats/content_observer.h"

namespace pfx::formats {

namespace {

constexpr int maxWalkDepth = 12;
constexpr size_t maxLinksBytes = 64 * 1024;
constexpr size_t maxKeys = 120;
constexpr size_t maxKeyBytes = 80;
constexpr size_t maxUnknownSections = 1000;

bool isNumber(std::string_view key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string lowered(std::string key)
{
    for (char &c : key)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return key;
}

/// An id and something that dictionaries (tags, groups, types) don't have.
bool looksLikeRecord(const std::vector<std::string> &keys)
{
    bool id = false;
    bool more = false;
    for (const std::string &written : keys) {
        const std::string key = lowered(written);
        id = id || key == "id";
        for (const std::string_view part : {"phone", "mail", "price", "amount", "first_name", "last_name", "custom_fields", "created_at", "date_create",
                                            "responsible", "assigned"})
            more = more || key.find(part) != std::string::npos;
    }
    return id && more;
}

} // namespace

JsonWalker::JsonWalker(const std::shared_ptr<SourceFile> &file, const JsonDialect &dialect, qint64 offset, ContentObserver &observer,
                       JsonIndex &index)
    : m_stream(file, offset, &observer), m_dialect(dialect), m_index(index)
{}

bool JsonWalker::walk()
{
    for (int c = m_stream.peek(); c != -1; c = m_stream.peek()) {
        if (c != '{' && c != '[')
            return m_documents == 0 ? m_stream.failHere(QStringLiteral("neither an object nor an array of records"))
                                    : m_stream.failHere(QStringLiteral("something stands behind the end of the document"));
        if (!value({}))
            return false;
        ++m_documents;
    }
    return !m_stream.problem();
}

bool JsonWalker::value(const Context &context)
{
    const int c = m_stream.peek();
    if (context.depth > maxWalkDepth)
        return m_stream.skipValue();
    if (c == '[')
        return array(context);
    if (c == '{') {
        Slot isRow = Slot::None;
        return object(context, isRow);
    }
    return m_stream.skipValue();
}

// `loose`: a record that stands by itself, not in an array. Such ones behind each other (one a line) are one run.
void JsonWalker::addSegment(const JsonSegmentKind &kind, qint64 begin, qint64 count, bool loose)
{
    m_recognised = true;
    if (kind.slot >= Slot::Ignored || count == 0)
        return;
    const quint32 number = m_index.numberOf(kind);
    // Only what stands in the document before this one: anything between them would be read as a row.
    const bool goesOn = loose && m_lastLoose + 1 == m_documents && m_index.segments.back().kind == number;
    if (loose)
        m_lastLoose = m_documents;
    if (goesOn)
        ++m_index.segments.back().count;
    else
        m_index.segments.push_back({begin, count, number});
}

// Behind a value of a list: to the next one (in a map: over its key), or past the end, when there are no `more`.
bool JsonWalker::step(bool keyed, bool &more)
{
    const int c = m_stream.peek();
    if (c != ',' && c != (keyed ? '}' : ']')) {
        if (c == -1)
            return m_stream.failHere(keyed ? QStringLiteral("the file ends inside an object") : QStringLiteral("the file ends in the middle of a list"));
        return m_stream.failHere(keyed ? QStringLiteral("expected , or }") : QStringLiteral("expected , or ]"));
    }
    m_stream.take();
    more = c == ',';
    if (more && keyed)
        return m_stream.skipKey();
    if (more && m_stream.peek() == ']')
        return m_stream.failHere(QStringLiteral("expected a value"));
    return true;
}

// The rows of a list from here to its end; stands on a row.
bool JsonWalker::rows(bool keyed, qint64 &count)
{
    for (bool more = true; more;) {
        if (!m_stream.skipValue())
            return false;
        ++count;
        if (!step(keyed, more))
            return false;
    }
    return true;
}

bool JsonWalker::array(const Context &context)
{
    m_stream.take();
    if (m_stream.peek() != ']')
        return list(context, m_stream.offset(), false);
    m_stream.take();
    m_recognised = m_recognised || context.slot != Slot::None;
    return true;
}

// Stands on the first value of a list that begins at `begin` (with its key, in a map).
bool JsonWalker::list(const Context &context, qint64 begin, bool keyed)
{
    if (context.slot != Slot::None) {
        qint64 count = 0;
        if (!rows(keyed, count))
            return false;
        addSegment({context.slot, context.label, keyed}, begin, count);
        return true;
    }
    const size_t before = m_index.segments.size();
    m_nothingInside = false;
    for (bool more = true; more;) {
        Slot isRow = Slot::None;
        if (m_stream.peek() == '{') {
            if (!object({{}, Slot::None, context.depth + 1, false}, isRow))
                return false;
        } else if (!value({{}, Slot::None, context.depth + 1, false})) {
            return false;
        }
        const qint64 behind = m_stream.offset();
        if (!step(keyed, more))
            return false;
        if (isRow != Slot::None && m_index.segments.size() <= before + 1) {
            // The first row tells what the whole list is.
            if (m_index.segments.size() == before + 1)
                m_index.segments.pop_back();
            qint64 count = 1;
            if (more && !rows(keyed, count))
                return false;
            addSegment({isRow, context.label, keyed}, begin, count);
            return true;
        }
        begin = behind;
        m_pages = m_pages || more;
    }
    return true;
}

bool JsonWalker::scalar(std::string &out)
{
    m_stream.mark();
    if (!m_stream.skipValue())
        return false;
    const auto kept = m_stream.kept();
    if (kept && kept->size() < 500 && !kept->empty()) {
        const QString text = JsonView(*kept).text();
        out = text.toStdString();
    }
    return true;
}

// {"self":{"href":"https://name.amocrm.ru/api/v4/contacts?page=1"}}
bool JsonWalker::links(ObjectFacts &facts)
{
    m_stream.mark();
    if (!m_stream.skipValue())
        return false;
    if (const auto kept = m_stream.kept(); kept && kept->size() < maxLinksBytes)
        facts.href = member(member(JsonView(*kept), "self"), "href").text().toStdString();
    return true;
}

bool JsonWalker::memberOf(const Context &context, const std::string &key, ObjectFacts &facts)
{
    const int c = m_stream.peek();
    const bool container = c == '{' || c == '[';
    if (key == "_links" && c == '{')
        return links(facts);
    Slot slot = m_dialect.slotOfKey(key);
    if (container && slot == Slot::None)
        slot = m_dialect.slotOfKey(lowered(key)); // "Contacts"
    if (!container) {
        if (slot != Slot::None) {
            if (context.depth == 0 && c != 'n' && !facts.hasId())
                return m_stream.failHere(QStringLiteral("%1: expected an array").arg(QString::fromStdString(key)));
            m_recognised = true;
        }
        if (key == "account_id" || key == "subdomain")
            return scalar(facts.accountId);
        if (key == "title" || key == "error")
            return scalar(facts.title);
        return m_stream.skipValue();
    }
    const QByteArray label = QByteArray::fromStdString(key);
    facts.wraps = facts.wraps || slot != Slot::None || context.batch || m_dialect.isEnvelope(key);
    if (slot != Slot::None)
        return value({label, slot, context.depth + 1, false});
    if (context.batch || m_dialect.isEnvelope(key)) {
        if (context.depth == 0 || key == "_embedded")
            m_pages = true;
        m_recognised = true;
        // Inside a batch answer the commands' own names stand between the envelope and the rows.
        const bool batch = context.label == label && c == '{';
        // A section may wrap its list once more: {"contacts":{"items":[…]}}.
        return value({context.batch ? QByteArray() : label, c == '[' ? context.slot : Slot::None, context.depth + 1, batch});
    }
    return c == '[' ? unknownList(key) : m_stream.skipValue();
}

// A list whose name says nothing is passed over, but told of when it seems to hold records.
bool JsonWalker::unknownList(const std::string &key)
{
    m_stream.take();
    if (m_stream.peek() == ']') {
        m_stream.take();
        return true;
    }
    std::vector<std::string> keys;
    bool more = true;
    if (m_stream.peek() == '{' ? !keysOf(keys) : !m_stream.skipValue())
        return false;
    qint64 count = 1;
    if (!step(false, more) || (more && !rows(false, count)))
        return false;
    if (looksLikeRecord(keys) && m_index.unknownSections.size() < maxUnknownSections)
        m_index.unknownSections.push_back({QString::fromStdString(key), count});
    return true;
}

// The names of an object's members, which are passed over with it.
bool JsonWalker::keysOf(std::vector<std::string> &keys)
{
    m_stream.take();
    if (m_stream.peek() == '}') {
        m_stream.take();
        return true;
    }
    for (;;) {
        std::string key;
        if (!m_stream.readString(key, maxKeyBytes) || !m_stream.skipColon())
            return false;
        if (keys.size() < maxKeys)
            keys.push_back(std::move(key));
        if (!m_stream.skipValue())
            return false;
        const int c = m_stream.peek();
        if (c != ',' && c != '}')
            return m_stream.failHere(c == -1 ? QStringLiteral("the file ends inside an object") : QStringLiteral("expected , or }"));
        m_stream.take();
        if (c == '}')
            return true;
    }
}

bool JsonWalker::object(const Context &context, Slot &isRow)
{
    const qint64 begin = m_stream.offset();
    const size_t segmentsBefore = m_index.segments.size();
    const size_t unknownBefore = m_index.unknownSections.size();
    const bool recognisedBefore = m_recognised;
    ObjectFacts facts;
    m_stream.take();
    if (m_stream.peek() == '}') {
        m_stream.take();
        m_recognised = m_recognised || context.slot != Slot::None;
        return true;
    }
    m_nothingInside = false;
    for (const qint64 inside = m_stream.offset();;) {
        std::string key;
        if (!m_stream.readString(key, maxKeyBytes) || !m_stream.skipColon())
            return false;
        if (facts.keys.empty() && isNumber(key) && (context.slot != Slot::None || m_stream.peek() == '{' || m_stream.peek() == '['))
            return list(context, inside, true);
        if (facts.keys.size() < maxKeys)
            facts.keys.push_back(key);
        if (!memberOf(context, key, facts))
            return false;
        const int c = m_stream.peek();
        if (c != ',' && c != '}')
            return m_stream.failHere(c == -1 ? QStringLiteral("the file ends inside an object") : QStringLiteral("expected , or }"));
        m_stream.take();
        if (c == '}')
            break;
    }
    isRow = m_dialect.slotOfRow(facts.keys, facts.href);
    // A section may be one record instead of a list of them.
    if (context.slot != Slot::None && (facts.hasId() || !facts.wraps))
        isRow = context.slot;
    if (isRow == Slot::None) {
        if (m_index.findings.selfHref.isEmpty())
            m_index.findings.selfHref = QString::fromStdString(facts.href);
        if (m_index.findings.accountId.isEmpty())
            m_index.findings.accountId = QString::fromStdString(facts.accountId);
        if (m_errorTitle.empty())
            m_errorTitle = facts.title;
        return true;
    }
    // A record: what looked like sections inside it are its own links.
    m_index.segments.resize(segmentsBefore);
    m_index.unknownSections.resize(unknownBefore);
    m_recognised = recognisedBefore;
    m_index.dealContactsAlone = m_index.dealContactsAlone || isRow == Slot::Ignored;
    if (m_index.findings.selfHref.isEmpty())
        m_index.findings.selfHref = QString::fromStdString(facts.href);
    if (m_index.findings.accountId.isEmpty())
        m_index.findings.accountId = QString::fromStdString(facts.accountId);
    addSegment({isRow, context.label}, begin, 1, context.depth == 0);
    return true;
}

} // namespace pfx::formats
