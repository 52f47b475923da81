#include "kiosk/service/condition_board.h"

#include "kiosk/base/log.h"
#include "kiosk/model/condition_table.h"

namespace balady::service {

void ConditionBoard::set(model::DeviceRole role, model::Trouble trouble) {
    const bool isNews =
        trouble == model::Trouble::None ? m_confirmed.insert(role).second : m_confirmed.erase(role) > 0;
    if (m_conditions.of(role) == trouble) {
        if (isNews && m_listener)
            m_listener(m_conditions);
        return;
    }
    if (trouble == model::Trouble::None)
        m_conditions.standing.erase(role);
    else
        m_conditions.standing[role] = trouble;
    const auto* row = model::conditionRow(role, trouble);
    if (row == nullptr)
        log::write(
            trouble == model::Trouble::None ? log::Level::Info : log::Level::Warning, "conditions",
            trouble == model::Trouble::None ? "cleared" : "raised",
            {{"device", log::Plain{model::name(role)}}, {"trouble", log::Plain{model::name(trouble)}}});
    else
        log::write(row->urgency == model::Urgency::Notice ? log::Level::Info : log::Level::Warning,
                   "conditions", "raised",
                   {{"device", log::Plain{model::name(role)}},
                    {"trouble", log::Plain{model::name(trouble)}},
                    {"urgency", log::Plain{model::name(row->urgency)}},
                    {"todo", log::Plain{row->technician}}});
    if (m_listener)
        m_listener(m_conditions);
}

} // namespace balady::service
