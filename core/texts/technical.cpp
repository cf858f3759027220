// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/technical.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>

namespace pfx::texts {

namespace {

/// What the core says in its errors, word for word (%1 and %2, in this order: whatever stands there), and the places that are words. What is not here is shown
/// as it is; tests/lint holds the words of the readers to this list.
constexpr const char *phrases[] = {
    QT_TRANSLATE_NOOP("Technical", "missing"),
    QT_TRANSLATE_NOOP("Technical", "empty"),
    QT_TRANSLATE_NOOP("Technical", "there is nothing in the file"),
    QT_TRANSLATE_NOOP("Technical", "the file is empty (0 bytes)"),
    QT_TRANSLATE_NOOP("Technical", "there is no such file"),
    QT_TRANSLATE_NOOP("Technical", "the file is gone"),
    QT_TRANSLATE_NOOP("Technical", "No such file or directory"),
    QT_TRANSLATE_NOOP("Technical", "Permission denied"),
    QT_TRANSLATE_NOOP("Technical", "it is a folder"),
    QT_TRANSLATE_NOOP("Technical", "it is not a regular file"),
    QT_TRANSLATE_NOOP("Technical", "it is binary, not a table or JSON"),
    QT_TRANSLATE_NOOP("Technical", "this is a gzip archive"),
    QT_TRANSLATE_NOOP("Technical", "this is a PNG picture"),
    QT_TRANSLATE_NOOP("Technical", "this is a JPEG picture"),
    QT_TRANSLATE_NOOP("Technical", "this is a GIF picture"),
    QT_TRANSLATE_NOOP("Technical", "this is a BMP picture"),
    QT_TRANSLATE_NOOP("Technical", "this is a PDF document"),
    QT_TRANSLATE_NOOP("Technical", "this is a RAR archive"),
    QT_TRANSLATE_NOOP("Technical", "this is a 7-Zip archive"),
    QT_TRANSLATE_NOOP("Technical", "this is a bzip2 archive"),
    QT_TRANSLATE_NOOP("Technical", "this is a xz archive"),
    QT_TRANSLATE_NOOP("Technical", "this is a Zstandard archive"),
    QT_TRANSLATE_NOOP("Technical", "this is a old binary Office document (XLS)"),
    QT_TRANSLATE_NOOP("Technical", "this is a SQLite database"),
    QT_TRANSLATE_NOOP("Technical", "this is a program"),
    QT_TRANSLATE_NOOP("Technical", "this is a XML document"),
    QT_TRANSLATE_NOOP("Technical", "this is a RTF document"),
    QT_TRANSLATE_NOOP("Technical", "this is no JSON"),
    QT_TRANSLATE_NOOP("Technical", "the text is not UTF-8"),
    QT_TRANSLATE_NOOP("Technical", "neither an object nor an array of records"),
    QT_TRANSLATE_NOOP("Technical", "a broken \\u escape"),
    QT_TRANSLATE_NOOP("Technical", "a broken number"),
    QT_TRANSLATE_NOOP("Technical", "a control character in a string"),
    QT_TRANSLATE_NOOP("Technical", "an unknown escape in a string"),
    QT_TRANSLATE_NOOP("Technical", "an unknown word"),
    QT_TRANSLATE_NOOP("Technical", "nested too deeply"),
    QT_TRANSLATE_NOOP("Technical", "something stands behind the end of the document"),
    QT_TRANSLATE_NOOP("Technical", "the file ends in the middle"),
    QT_TRANSLATE_NOOP("Technical", "the file ends inside a string"),
    QT_TRANSLATE_NOOP("Technical", "the file ends in the middle of the table"),
    QT_TRANSLATE_NOOP("Technical", "a quotation mark is not closed"),
    QT_TRANSLATE_NOOP("Technical", "an id longer than %1 characters"),
    QT_TRANSLATE_NOOP("Technical", "the file ends in the middle of a list"),
    QT_TRANSLATE_NOOP("Technical", "the file ends inside an object"),
    QT_TRANSLATE_NOOP("Technical", "the file ends where a value should stand"),
    QT_TRANSLATE_NOOP("Technical", "records belong to the employee"),
    QT_TRANSLATE_NOOP("Technical", "it is the same employee"),
    QT_TRANSLATE_NOOP("Technical", "expected a number greater than 0"),
    QT_TRANSLATE_NOOP("Technical", "expected a number within %1"),
    QT_TRANSLATE_NOOP("Technical", "expected true or false"),
    QT_TRANSLATE_NOOP("Technical", "expected a JSON object"),
    QT_TRANSLATE_NOOP("Technical", "expected texts or numbers in the JSON object"),
    QT_TRANSLATE_NOOP("Technical", "expected an address like https://example.org"),
    QT_TRANSLATE_NOOP("Technical", "http is allowed for this computer only; expected https"),
    QT_TRANSLATE_NOOP("Technical", "an address must not contain a password"),
    QT_TRANSLATE_NOOP("Technical", "expected address:port, for example 127.0.0.1:8088"),
    QT_TRANSLATE_NOOP("Technical", "expected addresses or networks, for example 127.0.0.1, 10.0.0.0/8"),
    QT_TRANSLATE_NOOP("Technical", "expected an absolute path"),
    QT_TRANSLATE_NOOP("Technical", "the file exists"),
    QT_TRANSLATE_NOOP("Technical", "not a whole backup of this program: %1"),
    QT_TRANSLATE_NOOP("Technical", "it has other tables"),
    QT_TRANSLATE_NOOP("Technical", "it does not say its version"),
    QT_TRANSLATE_NOOP("Technical", "the backup is the store itself"),
    QT_TRANSLATE_NOOP("Technical", "the database is not empty: a backup is restored into a new one"),
    QT_TRANSLATE_NOOP("Technical", "the file is not a database of this program"),
    QT_TRANSLATE_NOOP("Technical", "tables are missing or other ones: %1"),
    QT_TRANSLATE_NOOP("Technical", "a file stands where the store's folder should be"),
    QT_TRANSLATE_NOOP("Technical", "the store's file is a folder"),
    QT_TRANSLATE_NOOP("Technical", "the file is a database of another program"),
    QT_TRANSLATE_NOOP("Technical", "the database file cannot be written"),
    QT_TRANSLATE_NOOP("Technical", "the folder cannot be made"),
    QT_TRANSLATE_NOOP("Technical", "the lock file cannot be made"),
    QT_TRANSLATE_NOOP("Technical", "the name is empty"),
    QT_TRANSLATE_NOOP("Technical", "a source field is missing"),
    QT_TRANSLATE_NOOP("Technical", "a pipeline is missing"),
    QT_TRANSLATE_NOOP("Technical", "a stage is missing"),
    QT_TRANSLATE_NOOP("Technical", "it is finished already"),
    QT_TRANSLATE_NOOP("Technical", "the mapping is for %1"),
    QT_TRANSLATE_NOOP("Technical", "no such field of ours: %1"),
    QT_TRANSLATE_NOOP("Technical", "row %1"),
    QT_TRANSLATE_NOOP("Technical", "no contacts, deals or pipelines in it"),
    QT_TRANSLATE_NOOP("Technical", "an answer that reports an error: %1"),
    QT_TRANSLATE_NOOP("Technical", "neither JSON nor a table with known columns (expected: %1; found: %2)"),
    QT_TRANSLATE_NOOP("Technical", "this is an export of amoCRM, not of Bitrix24"),
    QT_TRANSLATE_NOOP("Technical", "this is an export of Bitrix24, not of amoCRM"),
    QT_TRANSLATE_NOOP("Technical", "this is UTF-16 text: save it as UTF-8"),
    QT_TRANSLATE_NOOP("Technical", "this is a web page without a table (%1)"),
    QT_TRANSLATE_NOOP("Technical", "this is a web page without a table"),
    QT_TRANSLATE_NOOP("Technical", "a ZIP archive that is no XLSX table"),
    QT_TRANSLATE_NOOP("Technical", "a damaged XLSX: %1 cannot be read"),
    QT_TRANSLATE_NOOP("Technical", "a damaged XLSX: %1"),
    QT_TRANSLATE_NOOP("Technical", "the first sheet is empty"),
    QT_TRANSLATE_NOOP("Technical", "too many texts in the XLSX"),
    QT_TRANSLATE_NOOP("Technical", "the XLSX unpacks to far more than a table holds"),
    QT_TRANSLATE_NOOP("Technical", "a row longer than %1 MiB: a quotation mark is not closed"),
    QT_TRANSLATE_NOOP("Technical", "a row longer than %1 MiB"),
    QT_TRANSLATE_NOOP("Technical", "longer than %1 MiB"),
    QT_TRANSLATE_NOOP("Technical", "more than %1 rows"),
    QT_TRANSLATE_NOOP("Technical", "expected a list of numbers or a table"),
    QT_TRANSLATE_NOOP("Technical", "there is no phone number in it"),
    QT_TRANSLATE_NOOP("Technical", "there is no e-mail address in it"),
    QT_TRANSLATE_NOOP("Technical", "it is not a text in UTF-8"),
    QT_TRANSLATE_NOOP("Technical", "it is larger than 64 MiB"),
    QT_TRANSLATE_NOOP("Technical", "nested deeper than %1 levels"),
    QT_TRANSLATE_NOOP("Technical", "there are fewer rows than before"),
    QT_TRANSLATE_NOOP("Technical", "size or time of change differ"),
    QT_TRANSLATE_NOOP("Technical", "the content is another one"),
    QT_TRANSLATE_NOOP("Technical", "the content is not what was inspected"),
    QT_TRANSLATE_NOOP("Technical", "unknown version %1"),
    QT_TRANSLATE_NOOP("Technical", "it is undone already"),
    QT_TRANSLATE_NOOP("Technical", "its undo has begun"),
    QT_TRANSLATE_NOOP("Technical", "a dry run changed nothing"),
    QT_TRANSLATE_NOOP("Technical", "both names are needed"),
    QT_TRANSLATE_NOOP("Technical", "the store's address must be postgresql://user@host:port/db"),
    QT_TRANSLATE_NOOP("Technical", "the store's address names no database"),
    QT_TRANSLATE_NOOP("Technical", "the store's address names no file"),
    QT_TRANSLATE_NOOP("Technical", "the store's file must be an absolute path: %1"),
    QT_TRANSLATE_NOOP("Technical", "the port of the store's address is out of range"),
    QT_TRANSLATE_NOOP("Technical", "another program has the database open; it must be closed for the upgrade"),
    QT_TRANSLATE_NOOP("Technical", "another program is changing the database"),
    QT_TRANSLATE_NOOP("Technical", "held by another program"),
    QT_TRANSLATE_NOOP("Technical", "pg_dump is not installed"),
    QT_TRANSLATE_NOOP("Technical", "the account is empty"),
    QT_TRANSLATE_NOOP("Technical", "not an address of an account"),
    QT_TRANSLATE_NOOP("Technical", "the name of the account is missing"),
    QT_TRANSLATE_NOOP("Technical", "the name of the task must contain {{number}}"),
    QT_TRANSLATE_NOOP("Technical", "expected numbers of employees, separated by commas"),
    QT_TRANSLATE_NOOP("Technical", "expected a number"),
    QT_TRANSLATE_NOOP("Technical", "expected a time"),
    QT_TRANSLATE_NOOP("Technical", "expected a date"),
    QT_TRANSLATE_NOOP("Technical", "not one of the choices: %1"),
    QT_TRANSLATE_NOOP("Technical", "expected the number of a person"),
    QT_TRANSLATE_NOOP("Technical", "expected the number of a directory entry"),
    QT_TRANSLATE_NOOP("Technical", "a field of this type cannot be filled"),
    QT_TRANSLATE_NOOP("Technical", "the server is switched off"),
    QT_TRANSLATE_NOOP("Technical", "a variable is not closed by }}"),
    QT_TRANSLATE_NOOP("Technical", "there is no variable “%1”"),
    QT_TRANSLATE_NOOP("Technical", "the row of this number was refused, see its own problem"),
    QT_TRANSLATE_NOOP("Technical", "the file has two different records of this number"),
    QT_TRANSLATE_NOOP("Technical", "another record is stored under this number: %1"),
    QT_TRANSLATE_NOOP("Technical", "The deal keeps the contacts that it had."),
    QT_TRANSLATE_NOOP("Technical", "The record keeps the company that it had."),
    QT_TRANSLATE_NOOP("Technical", "import %1 is not over and gives records to the employee"),
    QT_TRANSLATE_NOOP("Technical", "the port is in use by another program: %1"),
    QT_TRANSLATE_NOOP("Technical", "this user may not listen there: %1"),
    QT_TRANSLATE_NOOP("Technical", "this machine has no such address: %1"),
    QT_TRANSLATE_NOOP("Technical", "employee"),
    QT_TRANSLATE_NOOP("Technical", "run"),
    QT_TRANSLATE_NOOP("Technical", "name"),
    QT_TRANSLATE_NOOP("Technical", "store"),
    QT_TRANSLATE_NOOP("Technical", "source"),
    QT_TRANSLATE_NOOP("Technical", "version"),
};

/// After "expected": the names of JSON's types and of its signs.
constexpr const char *expectations[] = {
    QT_TRANSLATE_NOOP("Expected", "string"),
    QT_TRANSLATE_NOOP("Expected", "number"),
    QT_TRANSLATE_NOOP("Expected", "boolean"),
    QT_TRANSLATE_NOOP("Expected", "object"),
    QT_TRANSLATE_NOOP("Expected", "array"),
    QT_TRANSLATE_NOOP("Expected", "whole number"),
    QT_TRANSLATE_NOOP("Expected", "string or a whole number"),
    QT_TRANSLATE_NOOP("Expected", "string or number"),
    QT_TRANSLATE_NOOP("Expected", "true or false"),
    QT_TRANSLATE_NOOP("Expected", "value"),
    QT_TRANSLATE_NOOP("Expected", "colon"),
    QT_TRANSLATE_NOOP("Expected", "field's name"),
    QT_TRANSLATE_NOOP("Expected", ", or ]"),
    QT_TRANSLATE_NOOP("Expected", ", or }"),
};

/// After "found".
constexpr const char *findings[] = {
    QT_TRANSLATE_NOOP("Found", "nothing"), QT_TRANSLATE_NOOP("Found", "null"),   QT_TRANSLATE_NOOP("Found", "boolean"),
    QT_TRANSLATE_NOOP("Found", "number"),  QT_TRANSLATE_NOOP("Found", "string"), QT_TRANSLATE_NOOP("Found", "array"),
    QT_TRANSLATE_NOOP("Found", "object"),
};

template<size_t N>
QString translated(const char *context, const char *const (&table)[N], const QString &text)
{
    for (const char *entry : table) {
        if (text == QLatin1String(entry))
            return QCoreApplication::translate(context, entry);
    }
    return text;
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Technical)

public:
    /// "expected string, found number" and "expected an array"; empty when it is neither.
    static QString expected(const QString &detail)
    {
        static const QRegularExpression form(QStringLiteral("^expected (?:an? )?(.+?)(?:, found (.+))?$"));
        const QRegularExpressionMatch match = form.match(detail);
        if (!match.hasMatch())
            return {};
        const QString what = translated("Expected", expectations, match.captured(1));
        if (match.captured(2).isEmpty())
            return tr("expected here: %1").arg(what);
        return tr("expected here: %1, found: %2").arg(what, translated("Found", findings, match.captured(2)));
    }

    /// A reader's words with the piece of the file they are about.
    static QString nearby(const QString &detail)
    {
        static const QRegularExpression form(QStringLiteral("^(.+) \\(near «(.*)»\\)$"), QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = form.match(detail);
        return match.hasMatch() ? tr("%1 (near «%2»)").arg(technical(match.captured(1)), match.captured(2)) : QString();
    }

    static QString lineAndColumn(const QString &line, const QString &column)
    {
        return tr("line %1, column %2").arg(line, column);
    }
};

bool isPhrase(const QString &detail)
{
    return std::any_of(std::begin(phrases), std::end(phrases), [&](const char *entry) { return detail == QLatin1String(entry); });
}

/// What stands in the holes of a phrase; nothing when the detail is another phrase.
std::optional<QStringList> holesOf(const QString &phrase, const QString &detail)
{
    const QStringList parts = QString(phrase).replace(QLatin1String("%2"), QLatin1String("%1")).split(QLatin1String("%1"));
    if (parts.size() < 2 || !detail.startsWith(parts.first()))
        return std::nullopt;
    QStringList holes;
    qsizetype at = parts.first().size();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const bool last = i == parts.size() - 1;
        const qsizetype end = last ? detail.size() - parts[i].size() : detail.indexOf(parts[i], at);
        if (end < at || (last && !detail.endsWith(parts[i])))
            return std::nullopt;
        holes << detail.mid(at, end - at);
        at = end + parts[i].size();
    }
    return holes;
}

/// The translation of a phrase with holes, with what stands there filled in.
QString filled(const QString &detail)
{
    for (const char *entry : phrases) {
        if (const auto holes = holesOf(QString::fromUtf8(entry), detail)) {
            const QString text = QCoreApplication::translate("Technical", entry);
            return holes->size() == 1 ? text.arg(holes->first()) : text.arg(holes->at(0), holes->at(1));
        }
    }
    return {};
}

} // namespace

QString technical(const QString &detail)
{
    if (const QString text = Words::nearby(detail); !text.isEmpty())
        return text;
    static const QRegularExpression withPath(QStringLiteral("^([\\w.\\[\\]]+): (expected .+|missing)$"));
    if (const QRegularExpressionMatch match = withPath.match(detail); match.hasMatch())
        return match.captured(1) + QStringLiteral(": ") + technical(match.captured(2));
    // Whole phrases before those that are put together from parts.
    if (isPhrase(detail))
        return translated("Technical", phrases, detail);
    for (const QString &text : {filled(detail), Words::expected(detail)}) {
        if (!text.isEmpty())
            return text;
    }
    return detail;
}

QString place(const QString &where)
{
    static const QRegularExpression lineColumn(QStringLiteral("^(\\d+):(\\d+)$"));
    const QRegularExpressionMatch match = lineColumn.match(where);
    return match.hasMatch() ? Words::lineAndColumn(match.captured(1), match.captured(2)) : technical(where);
}

} // namespace pfx::texts
