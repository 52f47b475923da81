#include "kiosk/catalogue/catalogue.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/strictjson/parse.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace balady::catalogue {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

Result<std::vector<fs::path>> jsonFiles(const fs::path& directory) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".json")
            files.push_back(it->path());
    if (error)
        return Fault{error == std::errc::permission_denied ? FaultCode::AccessDenied : FaultCode::NotFound,
                     "catalogue: " + directory.filename().string() + ": " + error.message()};
    std::sort(files.begin(), files.end());
    return files;
}

/// The files of a directory; each is an object whose "id" is its name, so that a copy under a new name cannot
/// shadow the original unseen.
Result<std::vector<json::value>> readFiles(const fs::path& directory) {
    auto files = jsonFiles(directory);
    if (!files)
        return files.error();
    std::vector<json::value> parts;
    for (const auto& file : *files) {
        auto part = strictjson::parseFile(file, FaultCode::InvalidData);
        if (!part)
            return part.error().within("catalogue");
        const auto* object = part->if_object();
        const auto* id = object == nullptr ? nullptr : object->if_contains("id");
        if (id == nullptr || !id->is_string() || id->get_string() != file.stem().string())
            return Fault{FaultCode::InvalidData,
                         "catalogue: " + file.filename().string() + ": /id: must be the name of the file"};
        parts.push_back(std::move(*part));
    }
    return parts;
}

/// A service without a usable rank goes last; readDocument() refuses it with a better sentence.
std::int64_t rank(const json::value& service) {
    const auto* value = service.get_object().if_contains("rank");
    const auto* number = value == nullptr ? nullptr : value->if_int64();
    return number == nullptr ? std::numeric_limits<std::int64_t>::max() : *number;
}

/// The contract has the lists by name and the services in order.
json::object toObject(const std::vector<json::value>& lists) {
    json::object byId;
    for (const auto& list : lists)
        byId.emplace(list.at("id").get_string(), list);
    return byId;
}

} // namespace

Result<std::string> assembleDirectory(const fs::path& directory) {
    auto lists = readFiles(directory / "lists");
    if (!lists)
        return lists.error();
    auto services = readFiles(directory / "services");
    if (!services)
        return services.error();
    // The files are sorted by name already, which is the id.
    std::stable_sort(services->begin(), services->end(),
                     [](const json::value& a, const json::value& b) { return rank(a) < rank(b); });

    json::object document{{"lists", toObject(*lists)},
                          {"services", json::array(services->begin(), services->end())}};
    const auto digest = crypto::sha256(asBytes(json::serialize(document)));
    document.emplace("version", toHex(digest));
    return json::serialize(document);
}

} // namespace balady::catalogue
