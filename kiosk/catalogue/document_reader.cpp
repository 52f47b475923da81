#include "kiosk/catalogue/catalogue.h"
#include "kiosk/catalogue/limits.h"
#include "kiosk/catalogue/option_lists.h"
#include "kiosk/catalogue/service_reader.h"
#include "kiosk/strictjson/object.h"
#include "kiosk/strictjson/parse.h"

#include <boost/json/array.hpp>

#include <set>
#include <utility>

namespace balady::catalogue {
namespace {

namespace json = boost::json;
using strictjson::Object;
using strictjson::Reading;

Fault invalid(std::string_view what) {
    return {FaultCode::InvalidData, "catalogue: " + std::string(what)};
}

/// Every list and every service is a Reading of its own, so that pointers start at its file.
template <class Read>
std::optional<Fault> readPart(const std::string& title, const json::value& part, Read read) {
    Reading reading(FaultCode::InvalidData, title);
    {
        Object object(reading, part, "");
        read(object);
    }
    return reading.fault();
}

/// How a service is called in a fault: by its id if it has one, else by its place.
std::string title(const json::value& service, std::size_t index) {
    if (const auto* object = service.if_object())
        if (const auto* id = object->if_contains("id"); id != nullptr && id->is_string())
            return "service " + std::string(id->get_string());
    return "service #" + std::to_string(index);
}

/// The list that no file holds: the services themselves, for questions about one of them ("which one do you
/// rate?"). A service whose texts are wrong here is refused when its turn comes.
constexpr std::string_view kServicesList = "services";
std::vector<model::Option> serviceOptions(const json::value& services) {
    std::vector<model::Option> options;
    const auto textAt = [](const json::value& service, std::string_view pointer) {
        json::error_code missing;
        const auto* found = service.find_pointer(pointer, missing);
        return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
    };
    if (const auto* parts = services.if_array())
        for (const auto& part : *parts)
            if (textAt(part, "/kind") != model::name(model::ServiceKind::Rating))
                options.push_back({textAt(part, "/id"),
                                   model::text(textAt(part, "/name/ar"), textAt(part, "/name/en")),
                                   {},
                                   {},
                                   textAt(part, "/icon")});
    return options;
}

Result<OptionLists> readLists(const json::value& member) {
    const auto* parts = member.if_object();
    if (parts == nullptr || parts->size() > kLists)
        return invalid("/lists: must be an object of at most " + std::to_string(kLists));
    OptionLists lists;
    for (const auto& part : *parts) {
        const std::string name(part.key());
        const auto fault = readPart("list " + name, part.value(), [&](Object& list) {
            if (list.id("id") != name || name == kServicesList)
                list.refuse("id", "is not the name of this list");
            lists.emplace(name, readList(list));
        });
        if (fault)
            return *fault;
    }
    return lists;
}

Result<std::vector<model::Service>> readServices(const json::value& member, const OptionLists& lists) {
    const auto* parts = member.if_array();
    if (parts == nullptr || parts->size() > kServices)
        return invalid("/services: must be a list of at most " + std::to_string(kServices));
    std::vector<model::Service> services;
    std::set<std::string> ids;
    bool lateRequestsHaveOne = false;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto fault = readPart(title((*parts)[i], i), (*parts)[i], [&](Object& object) {
            services.push_back(readService(object, lists));
            if (!ids.insert(services.back().id).second)
                object.refuse("id", "is used twice");
            if (!services.back().lateRequestField.empty() && std::exchange(lateRequestsHaveOne, true))
                object.refuse("forLateRequest", "another service is offered already");
        });
        if (fault)
            return *fault;
    }
    return services;
}

std::optional<Fault> checkGates(const model::Catalogue& catalogue) {
    for (const auto& service : catalogue.services)
        for (std::size_t i = 0; i < service.gates.size(); ++i)
            if (const auto& target = service.gates[i].startHere;
                !target.empty() && catalogue.find(target) == nullptr)
                return Fault{FaultCode::InvalidData, "service " + service.id + ": /gates/" +
                                                         std::to_string(i) + "/startHere: unknown service"};
    return std::nullopt;
}

/// The document itself: exactly these three members.
std::optional<Fault> checkMembers(const json::object& document) {
    for (const auto* key : {"version", "lists", "services"})
        if (!document.contains(key))
            return invalid("/" + std::string(key) + ": is missing");
    if (document.size() != 3)
        return invalid("/: unknown member");
    const auto* version = document.at("version").if_string();
    if (version == nullptr || version->empty() || version->size() > kCodeLength)
        return invalid("/version: must be a text of at most " + std::to_string(kCodeLength));
    return std::nullopt;
}

} // namespace

Result<model::Catalogue> readDocument(std::string_view text) {
    auto parsed = strictjson::parse(text, FaultCode::InvalidData, "catalogue");
    if (!parsed)
        return parsed.error();
    const auto* document = parsed->if_object();
    if (document == nullptr)
        return invalid("/: must be an object");
    if (auto fault = checkMembers(*document))
        return *fault;
    auto lists = readLists(document->at("lists"));
    if (!lists)
        return lists.error();
    lists->emplace(kServicesList, serviceOptions(document->at("services")));
    auto services = readServices(document->at("services"), *lists);
    if (!services)
        return services.error();
    model::Catalogue catalogue{std::string(document->at("version").get_string()), std::move(*services)};
    if (auto fault = checkGates(catalogue))
        return *fault;
    return catalogue;
}

} // namespace balady::catalogue
