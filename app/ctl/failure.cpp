// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/failure.h"

#include "app/ctl/context.h"
#include "app/ctl/json_import.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::ErrorCode;

texts::ErrorText describe(const base::Error &error)
{
    if (error.code == ErrorCode::Usage && error.where.isEmpty())
        return {error.detail, QCoreApplication::translate("Ctl", "See “pfxctl --help” for the commands and their options.")};
    texts::ErrorText text = texts::describe(error);
    if (error.where.startsWith(mappingOption))
        text.advice = QCoreApplication::translate("Ctl", "Name a file with a mapping of fields, stages and employees (JSON), or leave --mapping out.");
    return text;
}

Exit exitOf(const base::Error &error)
{
    const bool noEmployee = error.code == ErrorCode::Validation && error.where == QLatin1String("default-employee");
    if (error.code == ErrorCode::Usage || noEmployee)
        return Exit::Usage;
    return error.code == ErrorCode::Cancelled ? Exit::Stopped : Exit::Failed;
}

Exit reportFailure(Context &context, const base::Error &error)
{
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.key("error");
            json::write(json, error);
        });
        context.out(json.take() + '\n');
    } else {
        const texts::ErrorText text = describe(error);
        context.message(text.message);
        context.message(text.advice);
    }
    return exitOf(error);
}

} // namespace pfx::ctl
