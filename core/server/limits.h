// SPDX-License-Identifier: GPL-3.0-or-later
// What the server grants a peer: bytes, milliseconds and numbers, with the product's defaults. Values; any thread.
#pragma once

#include <QtGlobal>

namespace pfx::server {

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;

struct Limits
{
    qint64 headBytes = 16 * KiB;     ///< Request line and headers.
    qint64 largeBodyBytes = 1 * MiB; ///< Of bodies above this one at a time is taken in; others are answered 503.
    int connections = 200;           ///< A further one takes the place of the longest idle one, else it is answered 503.
    int pipelined = 16;              ///< Requests of one connection that may wait for their answers.
    qint64 unsentBytes = 256 * KiB;  ///< No further request is read while the peer leaves more of the answers unread.
    int sendMs = 10'000;             ///< From a request's first byte to its last (and for the TLS handshake).
    int idleMs = 30'000;             ///< Between requests; also for a peer that does not take its answer.
    int lingerMs = 2'000;            ///< How long the rest of a refused body is thrown away, so that the peer sees the answer.
    int stopMs = 10'000;             ///< What is being worked on at a stop is waited for so long.
    int askMs = 10'000;              ///< Deadline of an ask that names none.
    int waitingTasks = 256;          ///< Reads, and asks, that may wait for a thread; the next one is answered 503.
    int waitingAccepts = 4'096;      ///< Accepts that may wait for their commit; the next one is answered 503.
    int slowAfterFailures = 3;       ///< Wrong credentials of one address that are answered at once.
    int slowMs = 500;                ///< Then this is waited, doubled with each further one,
    int slowestMs = 8'000;           ///< up to this.
    int slowedAtOnce = 8;            ///< Slowed answers of one address; while there are as many, it is answered 429 unseen.
    int forgetFailuresMs = 600'000;  ///< Without a further failure an address is forgotten.
};

} // namespace pfx::server
