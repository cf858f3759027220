// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/condition.h"

#include "core/base/json.h"
#include "core/rules/condition_values.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace pfx::rules {

using base::ErrorCode;
using base::JsonReader;
using base::Result;

namespace {

constexpr int mostLevels = 3;
constexpr int mostConditions = 50;

struct Named {
    Operator op;
    const char *name;
};
constexpr std::array<Named, 17> names{{{Operator::Equal, "="},
                                       {Operator::NotEqual, "!="},
                                       {Operator::Less, "<"},
                                       {Operator::LessOrEqual, "<="},
                                       {Operator::Greater, ">"},
                                       {Operator::GreaterOrEqual, ">="},
                                       {Operator::Like, "like"},
                                       {Operator::ILike, "ilike"},
                                       {Operator::NotLike, "not_like"},
                                       {Operator::NotILike, "not_ilike"},
                                       {Operator::Regexp, "regexp"},
                                       {Operator::In, "in"},
                                       {Operator::NotIn, "not_in"},
                                       {Operator::Overlap, "overlap"},
                                       {Operator::NotOverlap, "not_overlap"},
                                       {Operator::IsNull, "is_null"},
                                       {Operator::IsNotNull, "is_not_null"}}};

base::Failure refuse(const QString &reason, const QString &where)
{
    return base::fail(ErrorCode::Validation, reason, where);
}

class TreeReader {
public:
    explicit TreeReader(const QVector<Field> &known) : m_known(known) { }

    Result<Node> read(const JsonReader &json, int level)
    {
        const bool isGroup = json.object().contains(QStringLiteral("filters")) || json.object().contains(QStringLiteral("condition"));
        if (isGroup && json.has(QStringLiteral("field")))
            return refuse(QStringLiteral("expected either a group or a condition"), json.path(QStringLiteral("field")));
        // An empty object is a group in which nothing was chosen.
        auto node = isGroup || json.object().isEmpty() ? group(json, level) : condition(json);
        if (!node)
            return node;
        PFX_ASSIGN(node->id, json.textOrNumber(QStringLiteral("id"), {}));
        PFX_TRY(json.flag(QStringLiteral("enabled"), node->enabled));
        return node;
    }

private:
    Result<Node> group(const JsonReader &json, int level)
    {
        if (level > mostLevels)
            return refuse(QStringLiteral("more than %1 levels").arg(mostLevels), json.path(QStringLiteral("filters")));
        Node node;
        PFX_ASSIGN(const QString join, json.text(QStringLiteral("condition"), QStringLiteral("and")));
        if (join.compare(QLatin1String("or"), Qt::CaseInsensitive) == 0)
            node.join = Join::Or;
        else if (join.compare(QLatin1String("and"), Qt::CaseInsensitive) != 0)
            return refuse(QStringLiteral("expected and, or"), json.path(QStringLiteral("condition")));
        PFX_TRY(json.flag(QStringLiteral("not"), node.negated));
        PFX_ASSIGN(const auto children, json.children(QStringLiteral("filters")));
        for (const JsonReader &child : children) {
            PFX_ASSIGN(Node read, this->read(child, level + 1));
            node.children.append(std::move(read));
        }
        return node;
    }

    Result<Node> condition(const JsonReader &json)
    {
        if (++m_conditions > mostConditions)
            return refuse(QStringLiteral("more than %1 conditions").arg(mostConditions), json.path(QStringLiteral("field")));
        Node node;
        node.kind = Node::Kind::Condition;
        PFX_ASSIGN(node.field, json.text(QStringLiteral("field")));
        const auto field = std::find_if(m_known.cbegin(), m_known.cend(), [&](const Field &one) { return one.name == node.field; });
        if (field == m_known.cend())
            return refuse(QStringLiteral("unknown field “%1”").arg(node.field), json.path(QStringLiteral("field")));
        node.format = field->format;
        PFX_ASSIGN(const QString op, json.text(QStringLiteral("operator")));
        const auto known = operatorNamed(op);
        if (!known || !operatorsOf(node.format).contains(*known))
            return refuse(QStringLiteral("the operator “%1” does not fit").arg(op), json.path(QStringLiteral("operator")));
        node.op = *known;
        node.value = json.object().value(QStringLiteral("value"));
        if (node.value.isUndefined())
            node.value = QJsonValue::Null;
        if (const auto prepared = prepare(node); !prepared)
            return refuse(prepared.error().detail, json.path(QStringLiteral("value")));
        return node;
    }

    const QVector<Field> &m_known;
    int m_conditions = 0;
};

/// Nothing in it is switched on.
bool isOpenNode(const Node &node)
{
    if (!node.enabled)
        return true;
    return node.kind == Node::Kind::Group
        && std::all_of(node.children.cbegin(), node.children.cend(), [](const Node &child) { return isOpenNode(child); });
}

bool evaluate(const Node &node, const Facts &facts, Explanation *explanation)
{
    if (node.kind == Node::Kind::Condition) {
        const QJsonValue actual = facts.value(node.field);
        const bool result = holds(node, actual);
        if (explanation) {
            explanation->steps.append({node.id, node.field, name(node.op), node.value,
                                       actual.isUndefined() ? QJsonValue(QJsonValue::Null) : actual, result});
        }
        return result;
    }
    bool result = true;
    if (!isOpenNode(node)) {
        result = node.join == Join::And;
        for (const Node &child : node.children) {
            if (!child.enabled)
                continue;
            const bool one = evaluate(child, facts, explanation);
            result = node.join == Join::And ? result && one : result || one;
            if (!explanation && result == (node.join == Join::Or))
                break;
        }
        result = result != node.negated;
    }
    if (explanation && !node.id.isEmpty())
        explanation->groups.insert(node.id, result);
    return result;
}

QJsonObject jsonOf(const Node &node)
{
    QJsonObject json;
    if (!node.id.isEmpty())
        json.insert(QStringLiteral("id"), node.id);
    if (!node.enabled)
        json.insert(QStringLiteral("enabled"), false);
    if (node.kind == Node::Kind::Condition) {
        json.insert(QStringLiteral("field"), node.field);
        json.insert(QStringLiteral("operator"), name(node.op));
        json.insert(QStringLiteral("value"), node.value);
        return json;
    }
    json.insert(QStringLiteral("condition"), node.join == Join::And ? QStringLiteral("and") : QStringLiteral("or"));
    if (node.negated)
        json.insert(QStringLiteral("not"), true);
    QJsonArray children;
    for (const Node &child : node.children)
        children.append(jsonOf(child));
    json.insert(QStringLiteral("filters"), children);
    return json;
}

std::optional<QJsonObject> uisOf(const Node &node)
{
    if (node.kind == Node::Kind::Condition) {
        return QJsonObject{
            {QStringLiteral("field"), node.field}, {QStringLiteral("operator"), name(node.op)}, {QStringLiteral("value"), node.value}};
    }
    if (node.negated)
        return std::nullopt;
    QJsonArray children;
    for (const Node &child : node.children) {
        if (isOpenNode(child) && !(child.enabled && node.join == Join::Or))
            continue;
        auto json = isOpenNode(child) ? std::optional<QJsonObject>() : uisOf(child);
        if (!json)
            return std::nullopt;
        children.append(*std::move(json));
    }
    return QJsonObject{{QStringLiteral("condition"), node.join == Join::And ? QStringLiteral("and") : QStringLiteral("or")},
                       {QStringLiteral("filters"), children}};
}

} // namespace

QString name(Operator op)
{
    const auto at = std::find_if(names.begin(), names.end(), [op](const Named &one) { return one.op == op; });
    return QString::fromLatin1(at->name);
}

std::optional<Operator> operatorNamed(const QString &name)
{
    const auto at = std::find_if(names.begin(), names.end(), [&](const Named &one) { return name == QLatin1String(one.name); });
    return at == names.end() ? std::nullopt : std::optional(at->op);
}

QVector<Operator> operatorsOf(Format format)
{
    using Op = Operator;
    switch (format) {
    case Format::Text:
        return {Op::ILike, Op::NotILike, Op::Equal, Op::NotEqual, Op::In, Op::NotIn, Op::Like, Op::NotLike, Op::Regexp, Op::IsNull,
                Op::IsNotNull};
    case Format::Phone:
        return {Op::In, Op::NotIn, Op::Equal, Op::NotEqual, Op::Like, Op::NotLike, Op::ILike, Op::NotILike, Op::Regexp, Op::IsNull,
                Op::IsNotNull};
    case Format::Number:
    case Format::Time:
        return {Op::Equal, Op::NotEqual, Op::Greater, Op::GreaterOrEqual, Op::Less, Op::LessOrEqual, Op::In, Op::NotIn, Op::IsNull,
                Op::IsNotNull};
    case Format::Flag:
        return {Op::Equal, Op::NotEqual, Op::IsNull, Op::IsNotNull};
    case Format::List:
        return {Op::Overlap, Op::NotOverlap, Op::Equal, Op::NotEqual, Op::ILike, Op::NotILike, Op::Like, Op::NotLike, Op::In, Op::NotIn,
                Op::IsNull, Op::IsNotNull};
    }
    return {};
}

Result<Condition> Condition::parse(const QJsonObject &json, const QVector<Field> &known)
{
    JsonReader reader(json);
    if (json.contains(QStringLiteral("root"))) {
        PFX_ASSIGN(const qint64 version, reader.integer(QStringLiteral("version"), 1));
        if (version != 1)
            return refuse(QStringLiteral("unknown version %1").arg(version), QStringLiteral("version"));
        PFX_ASSIGN(const auto root, reader.child(QStringLiteral("root")));
        if (root)
            reader = *root;
    }
    Condition condition;
    PFX_ASSIGN(condition.m_root, TreeReader(known).read(reader, 1));
    return condition;
}

Result<Condition> Condition::parse(const QByteArray &json, const QVector<Field> &known)
{
    if (json.trimmed().isEmpty())
        return Condition();
    PFX_ASSIGN(const JsonReader reader, JsonReader::parse(json));
    return parse(reader.object(), known);
}

bool Condition::isOpen() const
{
    return isOpenNode(m_root);
}

QJsonObject Condition::toJson() const
{
    return jsonOf(m_root);
}

std::optional<QJsonObject> Condition::forUis() const
{
    return isOpen() ? QJsonObject{{QStringLiteral("condition"), QStringLiteral("and")}, {QStringLiteral("filters"), QJsonArray()}}
                    : uisOf(m_root);
}

bool Condition::matches(const Facts &facts) const
{
    return !m_root.enabled || evaluate(m_root, facts, nullptr);
}

Explanation Condition::explain(const Facts &facts) const
{
    Explanation explanation;
    explanation.result = !m_root.enabled || evaluate(m_root, facts, &explanation);
    return explanation;
}

} // namespace pfx::rules
