// ConditionBoard: what stands about each device, raised and cleared by its owner; core thread; owned by the composition.
#pragma once

#include "kiosk/model/conditions.h"

#include <functional>
#include <set>
#include <utility>

namespace balady::service {

class ConditionBoard {
  public:
    /// Called after a condition was raised, changed or cleared, with the whole board.
    using Listener = std::function<void(const model::Conditions&)>;
    void onChange(Listener listener) { m_listener = std::move(listener); }

    /// Trouble::None clears. Saying the same again changes nothing and calls nobody, but for the first time that something is
    /// said to be well.
    void set(model::DeviceRole role, model::Trouble trouble);
    /// Whether its owner has found it well, since the start and since the last trouble. Before anybody looked, nothing stands
    /// against it either.
    [[nodiscard]] bool isConfirmed(model::DeviceRole role) const { return m_confirmed.contains(role); }
    [[nodiscard]] const model::Conditions& now() const { return m_conditions; }

  private:
    model::Conditions m_conditions;
    std::set<model::DeviceRole> m_confirmed;
    Listener m_listener;
};

} // namespace balady::service
