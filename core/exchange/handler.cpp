// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/handler.h"

namespace pfx::exchange {

namespace {

class FunctionHandler : public Handler
{
public:
    using Function = std::function<Outcome(const Job &, const base::StopToken &)>;
    explicit FunctionHandler(Function function) : m_function(std::move(function)) {}
    Outcome handle(const Job &job, const base::StopToken &stop) override { return m_function(job, stop); }

private:
    Function m_function;
};

} // namespace

HandlerFactory handlerOf(std::function<Outcome(const Job &, const base::StopToken &)> handle)
{
    return [handle = std::move(handle)] { return std::make_unique<FunctionHandler>(handle); };
}

} // namespace pfx::exchange
