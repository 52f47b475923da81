// Our data files as JSON.
#include "kiosk/strictjson/parse.h"
#include "tests/fuzz/target.h"

#include <boost/json/serialize.hpp>

#include <cmath>
#include <optional>

namespace {

using namespace balady;

/// Members of all objects, however deep; nothing if a number is beyond all numbers (1e400), which cannot be written.
std::optional<std::size_t> members(const boost::json::value& value) {
    std::size_t count = 0;
    const auto add = [&count](const boost::json::value& inside) {
        const auto more = members(inside);
        count += more.value_or(0);
        return more.has_value();
    };
    if (const auto* number = value.if_double(); number && !std::isfinite(*number))
        return std::nullopt;
    if (const auto* object = value.if_object()) {
        count += object->size();
        for (const auto& member : *object)
            if (!add(member.value()))
                return std::nullopt;
    }
    if (const auto* array = value.if_array())
        for (const auto& element : *array)
            if (!add(element))
                return std::nullopt;
    return count;
}

void run(ByteView input) {
    const auto value = strictjson::parse(asText(input), FaultCode::InvalidData, "input");
    if (!value) {
        fuzz::mustHold(value.error().code == FaultCode::InvalidData,
                       "a fault has the code that was asked for");
        return;
    }
    const auto count = members(*value);
    if (!count)
        return;
    const auto again = strictjson::parse(boost::json::serialize(*value), FaultCode::InvalidData, "again");
    fuzz::mustHold(again && members(*again) == count, "what was read can be written and read again");
}

const fuzz::Registration kTarget("strictjson", run);

} // namespace
