// ConditionBoard: what stands about each device, raised and cleared by its owner; core thread; owned by the composition.
#pragma once

#include "kiosk/model/conditions.h"

#include <functional>
#include <utility>

namespace balady::service {

class ConditionBoard {
  public:
    /// Called after a condition was raised, changed or cleared, with the whole board.
    using Listener = std::function<void(const model::Conditions&)>;
    void onChange(Listener listener) { m_listener = std::move(listener); }

    /// Trouble::None clears. Saying the same again changes nothing and calls nobody.
    void set(model::DeviceRole role, model::Trouble trouble);
    [[nodiscard]] const model::Conditions& now() const { return m_conditions; }

  private:
    model::Conditions m_conditions;
    Listener m_listener;
};

} // namespace balady::service
