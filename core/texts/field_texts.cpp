// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/texts.h"

#include <QCoreApplication>

namespace pfx::texts {

namespace {

struct Field
{
    const char *name;
    const char *text;
};

constexpr Field fields[] = {
    {"name", QT_TRANSLATE_NOOP("Fields", "Name")},
    {"first_name", QT_TRANSLATE_NOOP("Fields", "First name")},
    {"middle_name", QT_TRANSLATE_NOOP("Fields", "Middle name")},
    {"last_name", QT_TRANSLATE_NOOP("Fields", "Last name")},
    {"position", QT_TRANSLATE_NOOP("Fields", "Position")},
    {"phone", QT_TRANSLATE_NOOP("Fields", "Phone")},
    {"phones", QT_TRANSLATE_NOOP("Fields", "Phones")},
    {"email", QT_TRANSLATE_NOOP("Fields", "E-mail")},
    {"emails", QT_TRANSLATE_NOOP("Fields", "E-mails")},
    {"company", QT_TRANSLATE_NOOP("Fields", "Company")},
    {"owner", QT_TRANSLATE_NOOP("Fields", "Owner")},
    {"tags", QT_TRANSLATE_NOOP("Fields", "Tags")},
    {"created_at", QT_TRANSLATE_NOOP("Fields", "Created")},
    {"changed_at", QT_TRANSLATE_NOOP("Fields", "Changed")},
    {"closed_at", QT_TRANSLATE_NOOP("Fields", "Closed")},
    {"title", QT_TRANSLATE_NOOP("Fields", "Title")},
    {"amount", QT_TRANSLATE_NOOP("Fields", "Amount")},
    {"currency", QT_TRANSLATE_NOOP("Fields", "Currency")},
    {"pipeline", QT_TRANSLATE_NOOP("Fields", "Pipeline")},
    {"stage", QT_TRANSLATE_NOOP("Fields", "Stage")},
    {"contact", QT_TRANSLATE_NOOP("Fields", "Contact")},
    {"main_contact", QT_TRANSLATE_NOOP("Fields", "Main contact")},
    {"contacts", QT_TRANSLATE_NOOP("Fields", "Contacts")},
    {"source", QT_TRANSLATE_NOOP("Fields", "Source")},
    {"type", QT_TRANSLATE_NOOP("Fields", "Type")},
    {"loss_reason", QT_TRANSLATE_NOOP("Fields", "Reason of the loss")},
    {"extension", QT_TRANSLATE_NOOP("Fields", "Extension")},
    {"custom", QT_TRANSLATE_NOOP("Fields", "Other fields")},
    {"id", QT_TRANSLATE_NOOP("Fields", "Number in the source")},
};

} // namespace

QString field(const QString &name)
{
    for (const Field &field : fields) {
        if (name == QLatin1String(field.name))
            return QCoreApplication::translate("Fields", field.text);
    }
    return name;
}

} // namespace pfx::texts
