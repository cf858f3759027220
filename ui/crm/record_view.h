// SPDX-License-Identifier: GPL-3.0-or-later
// A contact, company or deal as the details pane shows it: title, a line below it, sections of labelled values, links that lead elsewhere.
// Pure functions from what the repository read; GUI thread (texts are translated).
#pragma once

#include "core/crm/lists.h"
#include "ui/common/theme.h"

#include <QVector>

namespace pfx::ui {

/// Where a value leads when it is clicked.
struct RecordLink
{
    enum class To { Nothing, Contact, Company, Deal, DealsOfContact, DealsOfCompany, ContactsOfCompany };

    To to = To::Nothing;
    qint64 id = 0;

    bool operator==(const RecordLink &) const = default;
};

struct RecordLine
{
    QString label; ///< Empty when the value says it by itself (the names of deals).
    QString value;
    QString note;  ///< A muted word beside the value: the type of a phone, «основной».
    RecordLink link;

    bool operator==(const RecordLine &) const = default;
};

struct RecordSection
{
    enum class Form { Values, Events };

    QString title;
    QVector<RecordLine> lines;
    Form form = Form::Values; ///< Events: `value` is a fact, `note` the sentence below it.

    bool operator==(const RecordSection &) const = default;
};

struct RecordView
{
    QString title;
    QString subtitle;
    QString chip;      ///< Of a deal: its stage's meaning. Empty: no chip.
    QString chipIcon;
    Tone chipTone = Tone::Muted;
    QVector<RecordSection> sections;

    bool operator==(const RecordView &) const = default;
};

RecordView recordView(const crm::ContactDetails &details);
RecordView recordView(const crm::CompanyDetails &details);
RecordView recordView(const crm::DealDetails &details);

/// «Открыт», «Успех», «Отказ» with the tone and the icon of their chip.
struct SemanticsWords
{
    QString text;
    Tone tone = Tone::Info;
    QString icon;
};
SemanticsWords semanticsWords(records::Semantics value);

/// "amocrm" → "amoCRM".
QString sourceName(const QString &source);

} // namespace pfx::ui
