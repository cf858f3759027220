// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/condition_values.h"

#include "core/base/phone.h"

#include <QDateTime>
#include <QJsonArray>

#include <cmath>

namespace pfx::rules {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype longestRegexp = 200, longestText = 4096;
constexpr qsizetype mostValues = 1000;

base::Failure refuse(const char *reason)
{
    return base::fail(ErrorCode::Validation, QString::fromLatin1(reason));
}

bool isTextual(Format format)
{
    return format == Format::Text || format == Format::Phone || format == Format::List;
}

/// What a scalar is as a text in the field's spelling; no value when it is none.
std::optional<QString> textOf(const QJsonValue &value, Format format)
{
    QString text;
    if (value.isString())
        text = value.toString();
    else if (value.isDouble())
        text = QString::number(value.toDouble(), 'g', 17);
    else if (value.isBool())
        text = value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    else
        return std::nullopt;
    if (format == Format::Phone) {
        if (const auto phone = base::normalizePhone(text))
            return phone->e164;
    }
    return text.normalized(QString::NormalizationForm_C);
}

std::optional<double> numberOf(const QJsonValue &value, Format format)
{
    if (value.isDouble())
        return value.toDouble();
    if (value.isBool())
        return value.toBool() ? 1 : 0;
    if (!value.isString())
        return std::nullopt;
    const QString text = value.toString().trimmed();
    if (format == Format::Time) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        return time.isValid() ? std::optional(double(time.toMSecsSinceEpoch())) : std::nullopt;
    }
    if (format == Format::Flag) {
        if (text == QLatin1String("true"))
            return 1;
        if (text == QLatin1String("false"))
            return 0;
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool takesList(Operator op)
{
    return op == Operator::In || op == Operator::NotIn || op == Operator::Overlap || op == Operator::NotOverlap;
}

bool takesNothing(Operator op)
{
    return op == Operator::IsNull || op == Operator::IsNotNull;
}

bool isPattern(Operator op)
{
    return op == Operator::Like || op == Operator::ILike || op == Operator::NotLike || op == Operator::NotILike;
}

/// `%` is the only sign of a LIKE pattern that means something.
QRegularExpression likePattern(const QString &pattern, Operator op)
{
    QStringList parts;
    for (const QString &part : pattern.split(QLatin1Char('%')))
        parts.append(QRegularExpression::escape(part));
    QRegularExpression::PatternOptions options = QRegularExpression::DotMatchesEverythingOption;
    if (op == Operator::ILike || op == Operator::NotILike)
        options |= QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    return QRegularExpression(QRegularExpression::anchoredPattern(parts.join(QStringLiteral(".*?"))), options);
}

Result<void> prepareList(Node &node)
{
    if (!node.value.isArray())
        return refuse("expected a list of values");
    const QJsonArray values = node.value.toArray();
    if (values.size() > mostValues)
        return refuse("more than 1000 values");
    for (const QJsonValue &value : values) {
        if (isTextual(node.format)) {
            const auto text = textOf(value, node.format);
            if (!text || text->size() > longestText)
                return refuse("expected texts in the list");
            node.texts.append(*text);
        } else {
            const auto number = numberOf(value, node.format);
            if (!number)
                return refuse("expected numbers in the list");
            node.numbers.append(*number);
        }
    }
    return {};
}

Result<void> preparePattern(Node &node)
{
    const auto text = textOf(node.value, Format::Text);
    if (!text)
        return refuse("expected a text");
    if (text->size() > (node.op == Operator::Regexp ? longestRegexp : longestText))
        return refuse("the pattern is too long");
    // A limit on the steps of a match keeps a hostile pattern from holding everything up (PCRE2).
    node.pattern = node.op == Operator::Regexp ? QRegularExpression(QStringLiteral("(*LIMIT_MATCH=100000)") + *text)
                                               : likePattern(*text, node.op);
    if (!node.pattern.isValid())
        return base::fail(ErrorCode::Validation, QStringLiteral("not a regular expression: ") + node.pattern.errorString());
    return {};
}

bool overlaps(const Node &node, const QJsonArray &actual)
{
    for (const QJsonValue &value : actual) {
        if (const auto text = textOf(value, node.format); text && node.texts.contains(*text))
            return true;
    }
    return false;
}

bool isEqual(const Node &node, const QJsonValue &actual)
{
    if (node.value.isNull())
        return false; // a missing fact was told apart before
    if (isTextual(node.format)) {
        const auto text = textOf(actual, node.format);
        return text && node.texts.contains(*text);
    }
    const auto number = numberOf(actual, node.format);
    return number && node.numbers.contains(*number);
}

bool isOrdered(const Node &node, const QJsonValue &actual)
{
    const auto number = numberOf(actual, node.format);
    if (!number || node.numbers.isEmpty())
        return false;
    const double wanted = node.numbers.first();
    switch (node.op) {
    case Operator::Less:
        return *number < wanted;
    case Operator::LessOrEqual:
        return *number <= wanted;
    case Operator::Greater:
        return *number > wanted;
    default:
        return *number >= wanted;
    }
}

bool isLike(const Node &node, const QJsonValue &actual)
{
    // A phone is searched as it is written down and as it is known: both "%7905%" and "+7905%" are meant so.
    const auto text = textOf(actual, Format::Text);
    if (text && node.pattern.match(*text).hasMatch())
        return true;
    const auto normal = node.format == Format::Phone ? textOf(actual, Format::Phone) : std::nullopt;
    return normal && node.pattern.match(*normal).hasMatch();
}

bool isMissing(const QJsonValue &actual)
{
    return actual.isNull() || actual.isUndefined();
}

/// A list is matched when one of its texts is.
bool anyOf(const QJsonValue &actual, bool (*holdsFor)(const Node &, const QJsonValue &), const Node &node)
{
    if (!actual.isArray())
        return holdsFor(node, actual);
    for (const QJsonValue &value : actual.toArray()) {
        if (holdsFor(node, value))
            return true;
    }
    return false;
}

} // namespace

Result<void> prepare(Node &node)
{
    if (takesNothing(node.op))
        return {};
    if (takesList(node.op))
        return prepareList(node);
    if (isPattern(node.op) || node.op == Operator::Regexp)
        return preparePattern(node);
    if (node.value.isNull() && (node.op == Operator::Equal || node.op == Operator::NotEqual))
        return {};
    const bool isOrder = node.op != Operator::Equal && node.op != Operator::NotEqual;
    if (isTextual(node.format) && !isOrder) {
        const auto text = textOf(node.value, node.format);
        if (!text || text->size() > longestText)
            return refuse("expected a text");
        node.texts = {*text};
        return {};
    }
    const auto number = numberOf(node.value, node.format);
    if (!number)
        return refuse(node.format == Format::Time ? "expected a time like 2026-03-02T12:00:00+03:00" : "expected a number");
    node.numbers = {*number};
    return {};
}

bool holds(const Node &node, const QJsonValue &actual)
{
    const bool missing = isMissing(actual);
    switch (node.op) {
    case Operator::IsNull:
        return missing;
    case Operator::IsNotNull:
        return !missing;
    case Operator::Equal:
        return node.value.isNull() ? missing : !missing && anyOf(actual, isEqual, node);
    case Operator::NotEqual:
        return node.value.isNull() ? !missing : missing || !anyOf(actual, isEqual, node);
    case Operator::In:
        return !missing && anyOf(actual, isEqual, node);
    case Operator::NotIn:
        return missing || !anyOf(actual, isEqual, node);
    case Operator::Overlap:
        return !missing && overlaps(node, actual.isArray() ? actual.toArray() : QJsonArray{actual});
    case Operator::NotOverlap:
        return missing || !overlaps(node, actual.isArray() ? actual.toArray() : QJsonArray{actual});
    case Operator::Like:
    case Operator::ILike:
    case Operator::Regexp:
        return !missing && anyOf(actual, isLike, node);
    case Operator::NotLike:
    case Operator::NotILike:
        return missing || !anyOf(actual, isLike, node);
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
        return !missing && isOrdered(node, actual);
    }
    return false;
}

} // namespace pfx::rules
