// SPDX-License-Identifier: GPL-3.0-or-later
// The mapping of orders onto tasks, joined from the settings and from what the account says of its template, fields and statuses. Shared by
// all threads that work with Planfix and kept for some minutes, since each look costs requests of the account's pace. Thread-safe; whoever
// needs it while it is read waits. A right that is missing leaves its part empty. Failures: Validation for settings; the API's others.
#pragma once

#include "core/base/clock.h"
#include "core/orders/task_mapping.h"
#include "core/planfix/api.h"
#include "core/settings/settings.h"

#include <memory>
#include <mutex>

namespace pfx::orders {

class MappingSource {
public:
    MappingSource(const base::Clock &clock, TaskWords words) : m_clock(clock), m_words(std::move(words)) { }

    base::Result<std::shared_ptr<const TaskMapping>> mapping(planfix::Api &api, const settings::Settings &settings);

    static constexpr qint64 keepMs = 10 * 60 * 1000; ///< So long until a new field or status of the account is seen.

private:
    base::Result<TaskMapping> read(planfix::Api &api, const settings::Settings &settings) const;

    const base::Clock &m_clock;
    const TaskWords m_words;
    std::mutex m_mutex;
    std::shared_ptr<const TaskMapping> m_kept;
    QString m_account;
    qint64 m_revision = -1;
    qint64 m_readAtMs = 0;
};

/// "5, user:7, group:3" of the setting orders.assignees: a bare number is an employee. Validation otherwise.
base::Result<planfix::People> readAssignees(const QString &text);

/// The part of the mapping that needs no account. Validation where the setting's key.
base::Result<TaskMapping> mappingOf(const settings::Settings &settings, const TaskWords &words);

} // namespace pfx::orders
