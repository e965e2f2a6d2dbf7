#pragma once

#include <utility>

#include "catch.h"
#include "core/error.h"

namespace dorsum::test {

/// What there must be for a test to go on.
template <typename T>
T required(Result<T> result) {
    if (!result) {
        FAIL(to_string(result.error()));
    }
    return std::move(*result);
}

}  // namespace dorsum::test
