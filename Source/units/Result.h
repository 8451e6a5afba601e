// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Precondition.h"
#include "units/Problem.h"

#include <optional>
#include <utility>
#include <variant>

namespace units
{

/** A value from the world outside, or the Problem that kept us from it. */
template <typename Value>
class [[nodiscard]] Result
{
public:
    Result (Value value) : content (std::move (value)) {} // NOLINT(google-explicit-constructor)
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result (Problem problem) : content (std::move (problem)) {}

    explicit operator bool() const { return std::holds_alternative<Value> (content); }

    const Value& value() const&
    {
        PRECONDITION (*this);
        return std::get<Value> (content);
    }

    Value& value() &
    {
        PRECONDITION (*this);
        return std::get<Value> (content);
    }

    Value&& value() &&
    {
        PRECONDITION (*this);
        return std::get<Value> (std::move (content));
    }

    const Value* operator->() const { return &value(); }
    Value* operator->() { return &value(); }
    const Value& operator*() const& { return value(); }
    Value& operator*() & { return value(); }
    Value&& operator*() && { return std::move (*this).value(); }

    const Problem& problem() const
    {
        PRECONDITION (! *this);
        return std::get<Problem> (content);
    }

private:
    std::variant<Value, Problem> content;
};

/** Done, or the Problem that kept us from doing it. */
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result (Problem problem) : trouble (std::move (problem)) {}

    explicit operator bool() const { return ! trouble.has_value(); }

    const Problem& problem() const
    {
        PRECONDITION (! *this);
        return *trouble;
    }

private:
    std::optional<Problem> trouble;
};

} // namespace units
