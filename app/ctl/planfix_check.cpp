// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/planfix_check.h"

#include "app/ctl/check_output.h"
#include "app/ctl/context.h"
#include "app/runtime/runtime.h"
#include "core/orders/planfix_desk.h"
#include "core/planfix/diagnosis.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList PlanfixCheck::words() const
{
    return {QStringLiteral("planfix"), QStringLiteral("check")};
}

QString PlanfixCheck::description() const
{
    return QCoreApplication::translate("Ctl", "Checks the account, the key and its rights; changes nothing.");
}

Result<Exit> PlanfixCheck::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    app::RuntimeOptions nothingRuns;
    nothingRuns.serving = app::Serving::Off;
    const app::Runtime runtime(*store, context.clock(), *secrets, nothingRuns);
    orders::PlanfixDesk desk(runtime.office());
    base::StopSource stop;
    context.stopSignal().watch([&stop] { stop.request_stop(); });
    auto visit = desk.visit(0, stop.get_token());
    planfix::Diagnosis diagnosis;
    if (visit) {
        PFX_ASSIGN(diagnosis, planfix::diagnose((*visit)->session, stop.get_token(), [&context](const planfix::CheckLine &line) {
                       if (!context.json())
                           context.line(checkLine(line));
                   }));
    } else {
        diagnosis = planfix::notBegun(visit.error());
    }
    context.stopSignal().forget();
    return printDiagnosis(context, diagnosis);
}

} // namespace pfx::ctl
