// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mailing_output.h"

#include "app/ctl/json_writer.h"
#include "core/mailing/forward_effects.h"
#include "core/texts/mailing_texts.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;
using mailing::WasSuppressed;

Result<WasSuppressed> changeSuppressions(Context &context, const SuppressionChange &change)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    exchange::Bell bell; // nobody listens here: the running program looks by itself
    exchange::Outbox outbox(context.clock(), bell);
    auto before = WasSuppressed::No;
    PFX_TRY(store->writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(before, change(db));
        return mailing::ForwardEffects(outbox).suppressionsChanged(db);
    }));
    return before;
}

Result<void> printSuppression(Context &context, const QString &email)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto found, mailing::suppressionOf(*db, email));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("email", found ? found->email : email);
            json.flag("suppressed", found.has_value());
            if (found) {
                json.member("reason", mailing::name(found->reason));
                json.memberOrNull("note", found->note);
                json.time("at", found->at);
            }
        });
        context.out(json.take() + '\n');
    } else if (found) {
        context.line(QCoreApplication::translate("Ctl", "%1 is not written to (%2).").arg(found->email, texts::text(found->reason)));
    } else {
        context.line(QCoreApplication::translate("Ctl", "%1 may be written to again.").arg(email));
    }
    return {};
}

} // namespace pfx::ctl
