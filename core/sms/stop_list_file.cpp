// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/stop_list.h"

#include "core/base/phone.h"
#include "core/base/text_keys.h"
#include "core/formats/table.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 mostNumbers = 200'000; // the whole list is kept in memory by whoever serves
constexpr qsizetype mostNamed = 100;
constexpr qsizetype longestNamed = 80;
constexpr qsizetype longestReason = 200;
constexpr qsizetype digitsWithCode = 11; // of a Russian number

/// How headings are called, as search keys: by a part of them, by one of their words, as a whole. «Номер» alone may be a phone's, «номер
/// договора» is none.
constexpr QStringView phoneParts[] = {u"телефон", u"мобильн", u"сотов", u"phone", u"mobile", u"msisdn"};
constexpr QStringView phoneWords[] = {u"тел", u"моб", u"tel", u"mob", u"cell"};
constexpr QStringView numberNames[] = {u"номер", u"номера", u"номер абонента", u"номер получателя", u"number", u"numbers", u"recipient"};
constexpr QStringView reasonParts[] = {u"причин", u"почему", u"комментари", u"примечани", u"reason", u"why", u"comment", u"note"};

template <size_t Count> bool hasPart(const QString &key, const QStringView (&parts)[Count])
{
    return std::any_of(std::begin(parts), std::end(parts), [&key](QStringView part) { return key.contains(part); });
}

template <size_t Count> bool isOneOf(const QString &key, const QStringView (&names)[Count])
{
    return std::find(std::begin(names), std::end(names), key) != std::end(names);
}

bool namesPhone(const QString &key)
{
    static const QRegularExpression noLetter(QStringLiteral("[^\\p{L}]+"));
    const QStringList words = key.split(noLetter, Qt::SkipEmptyParts);
    return hasPart(key, phoneParts) || std::any_of(words.begin(), words.end(), [](const QString &word) { return isOneOf(word, phoneWords); });
}

/// The numbers of a cell; none when anything else stands in it.
QStringList numbersOf(const QString &cell)
{
    if (const auto phone = base::normalizePhone(cell))
        return {phone->e164};
    static const QRegularExpression between(QStringLiteral("[,;/\\n]"));
    QStringList numbers;
    for (const QString &part : cell.split(between)) {
        const auto phone = base::normalizePhone(part);
        if (phone)
            numbers.append(phone->e164);
        else if (!part.trimmed().isEmpty())
            return {};
    }
    return numbers;
}

/// Ten loose digits may be anything.
bool hasCountryCode(const QString &cell)
{
    return cell.contains(u'+') || std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }) >= digitsWithCode;
}

/// Which columns hold phones, and which the reason.
class Columns {
public:
    /// By the first row; nothing is known by it when it is no heading.
    explicit Columns(const QStringList &first)
    {
        m_isHeading = std::all_of(first.begin(), first.end(), [](const QString &cell) { return numbersOf(cell).isEmpty(); });
        QSet<qsizetype> numbers;
        for (qsizetype i = 0; m_isHeading && i < first.size(); ++i) {
            const QString key = base::searchKey(first[i]);
            if (namesPhone(key))
                m_phones.insert(i);
            else if (isOneOf(key, numberNames))
                numbers.insert(i);
            else if (!m_reason && hasPart(key, reasonParts))
                m_reason = i;
        }
        if (m_phones.isEmpty())
            m_phones = numbers;
        m_areNamed = !m_phones.isEmpty();
    }

    bool isHeading() const { return m_isHeading; }
    bool areNamed() const { return m_areNamed; }

    void look(const QStringList &cells)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (numbersOf(cells[i]).isEmpty())
                continue;
            ++m_seen[i].numbers;
            m_seen[i].withCode += hasCountryCode(cells[i]);
        }
    }
    void decide()
    {
        for (auto one = m_seen.cbegin(); one != m_seen.cend(); ++one) {
            if (m_seen.size() == 1 || 2 * one->withCode > one->numbers)
                m_phones.insert(one.key());
        }
    }

    void take(const QStringList &cells, qint64 nowMs, QVector<Stopped> &to) const
    {
        const qsizetype before = to.size();
        qsizetype last = -1;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (!m_phones.contains(i) && (m_areNamed || !hasCountryCode(cells[i])))
                continue;
            for (const QString &number : numbersOf(cells[i])) {
                to.append({number, {}, nowMs});
                last = i;
            }
        }
        if (to.size() == before)
            return;
        const QString reason = reasonOf(cells, last);
        for (qsizetype i = before; i < to.size(); ++i)
            to[i].reason = reason;
    }

private:
    struct Seen {
        qint64 numbers = 0, withCode = 0;
    };

    QString reasonOf(const QStringList &cells, qsizetype last) const
    {
        const auto says = [](const QString &cell) { return !cell.trimmed().isEmpty() && numbersOf(cell).isEmpty(); };
        const auto at = m_reason ? cells.begin() + std::min(*m_reason, cells.size()) : std::find_if(cells.begin() + last + 1, cells.end(), says);
        return at == cells.end() ? QString() : at->trimmed().left(longestReason);
    }

    bool m_isHeading = false, m_areNamed = false;
    QSet<qsizetype> m_phones;
    std::optional<qsizetype> m_reason;
    QHash<qsizetype, Seen> m_seen;
};

/// Every row of numbers, the first one too when it is no heading.
Result<void> eachRow(formats::Table &table, const Columns &columns, const base::StopToken &stop, const std::function<Result<void>(const QStringList &)> &each)
{
    if (!columns.isHeading())
        PFX_TRY(each(table.columns()));
    for (qint64 cursor = table.firstRow();;) {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        PFX_ASSIGN(const auto row, table.row(cursor));
        if (!row)
            return {};
        cursor = row->next;
        PFX_TRY(each(row->cells));
    }
}

base::Failure tooMany(const QString &path)
{
    return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("more than %1 rows or numbers").arg(mostNumbers), path);
}

} // namespace

Result<StopListFile> readStopListFile(const QString &path, qint64 nowMs, const base::StopToken &stop)
{
    PFX_ASSIGN(auto file, formats::SourceFile::open(path));
    PFX_ASSIGN(const auto form, formats::recognise(*file));
    if (form == formats::FileForm::Json)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("expected a list of numbers or a table"), path);
    PFX_ASSIGN(const auto table, formats::makeTable(form, file));
    PFX_TRY(table->open(stop));
    Columns columns(table->columns());
    qint64 rows = 0;
    if (!columns.areNamed()) {
        PFX_TRY(eachRow(*table, columns, stop, [&](const QStringList &cells) -> Result<void> {
            columns.look(cells);
            return ++rows > mostNumbers ? tooMany(path) : Result<void>();
        }));
        columns.decide();
    }
    StopListFile read;
    rows = 0;
    PFX_TRY(eachRow(*table, columns, stop, [&](const QStringList &cells) -> Result<void> {
        const qsizetype before = read.numbers.size();
        columns.take(cells, nowMs, read.numbers);
        if (++rows > mostNumbers || read.numbers.size() > mostNumbers)
            return tooMany(path);
        if (const QString line = cells.join(QLatin1Char(' ')).trimmed(); read.numbers.size() == before && !line.isEmpty()) {
            ++read.skippedCount;
            if (read.skipped.size() < mostNamed)
                read.skipped.append(line.left(longestNamed));
        }
        return {};
    }));
    if (read.numbers.isEmpty())
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("there is no phone number in it, or not to tell in which column: head it “phone”"), path);
    return read;
}

} // namespace pfx::sms
