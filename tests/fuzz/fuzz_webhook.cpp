// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a scenario's request, JSON, a form or neither: it names a task, whose number then stands in it, or it is refused.
#include "core/planfix/webhook.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto signal = pfx::planfix::readWebhook(bytes);
    if (!signal)
        return signal.error().where == QLatin1String("task_id") ? 0 : (abort(), 0);
    if (signal->task <= 0)
        abort();
    return 0;
}
