// SPDX-License-Identifier: GPL-3.0-or-later
// Why Planfix is told {"error"}: it shows the words to its people as they are, so that they come from the program (core/texts). Values; any
// thread.
#pragma once

#include <QString>

#include <functional>

namespace pfx::mailing {

enum class Refused {
    NotJson, ///< 400; `detail` is the place.
    WrongToken, ///< 401
    UnknownAction, ///< `detail` is the action.
    MissingField, ///< `detail` is the field.
    WrongField, ///< Of another type; `detail` is the field.
    DoubleField, ///< Given twice; `detail` is the field.
    ListNotFound,
    ListDeleted,
    NotStored, ///< 503
};

struct Refusal {
    Refused why = Refused::NotStored;
    QString detail;
};

using RefusalWords = std::function<QString(const Refusal &)>;

} // namespace pfx::mailing
