// SPDX-License-Identifier: GPL-3.0-or-later
// One condition tree for every rule of the program: groups joined by AND or OR, conditions on fields, and the explanation of what each came
// to. JSON is UIS's filter tree with "id", "not" and "enabled" added (reference/uis-sms-mailing, A1.4 and B3), bare or in the envelope
// {"version":1,"subject":…,"root":…}. A group in which nothing is switched on passes everything. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QVector>

#include <optional>

namespace pfx::rules {

/// How a field's values are compared.
enum class Format {
    Text,
    Number, ///< Also true and false (1 and 0) and texts of a number.
    Flag,
    Phone, ///< By E.164, however it is written.
    List, ///< Of texts.
    Time, ///< ISO 8601, or ms since 1970 UTC.
};

struct Field {
    QString name; ///< "virtual_phone_number"
    Format format = Format::Text;
};

enum class Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like, ///< `%` stands for anything; capitals matter.
    ILike, ///< The same, capitals do not matter.
    NotLike,
    NotILike,
    Regexp,
    In,
    NotIn,
    Overlap,
    NotOverlap,
    IsNull,
    IsNotNull,
};

/// "=", "not_ilike", …
QString name(Operator op);
std::optional<Operator> operatorNamed(const QString &name);
/// Those that make sense for a field's values, the usual one first.
QVector<Operator> operatorsOf(Format format);

enum class Join { And, Or };

struct Node {
    enum class Kind { Group, Condition };
    Kind kind = Kind::Group;
    QString id;
    bool enabled = true;

    Join join = Join::And; ///< Of a group, as is `negated`.
    bool negated = false;
    QVector<Node> children;

    QString field; ///< Of a condition, as are the others.
    Operator op = Operator::Equal;
    QJsonValue value;
    /// What `value` says for this field, made once.
    Format format = Format::Text;
    QStringList texts;
    QVector<double> numbers;
    QRegularExpression pattern;
};

/// What one condition came to.
struct Step {
    QString id;
    QString field;
    QString op;
    QJsonValue value;
    QJsonValue actual;
    bool result = false;
};

struct Explanation {
    bool result = false;
    QVector<Step> steps; ///< Every condition that is switched on, in its order, also those that no longer decided anything.
    QHash<QString, bool> groups; ///< By the id of groups that have one.
};

/// What is known of an event: values by the fields' names; missing and null are the same.
using Facts = QJsonObject;

class Condition {
public:
    /// Passes everything.
    Condition() = default;

    /// Validation with the place in `where` ("filters[1].operator") for what no tree can be: an unknown field or operator, a value of the
    /// wrong kind, more than 3 levels or 50 conditions, a pattern that does not compile.
    static base::Result<Condition> parse(const QJsonObject &json, const QVector<Field> &known);
    static base::Result<Condition> parse(const QByteArray &json, const QVector<Field> &known);

    const Node &root() const { return m_root; }
    /// Whether it passes everything.
    bool isOpen() const;
    /// The bare tree, as parse() takes it.
    QJsonObject toJson() const;
    /// What may be sent to UIS: without what only we know; none when it has a `not` that UIS cannot say.
    std::optional<QJsonObject> forUis() const;

    bool matches(const Facts &facts) const;
    Explanation explain(const Facts &facts) const;

private:
    Node m_root;
};

} // namespace pfx::rules
