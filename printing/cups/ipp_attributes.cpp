#include "printing/cups/ipp_attributes.h"

#include <algorithm>

namespace balady::cups {
namespace {

std::string_view nameOf(ipp_attribute_t* attribute) {
    const char* name = ippGetName(attribute);
    return name == nullptr ? std::string_view{} : name;
}

std::string_view text(ipp_attribute_t* attribute, int index) {
    const char* value = ippGetString(attribute, index, nullptr);
    return value == nullptr ? std::string_view{} : value;
}

int integer(ipp_t* message, const char* name) {
    auto* attribute = ippFindAttribute(message, name, IPP_TAG_ZERO);
    return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

/// What is no text is passed over.
std::vector<std::string> texts(ipp_t* answer, const char* name) {
    std::vector<std::string> values;
    auto* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i)
        if (const auto value = text(attribute, i); !value.empty())
            values.emplace_back(value);
    return values;
}

std::vector<int> resolutions(ipp_t* answer) {
    std::vector<int> values;
    auto* attribute = ippFindAttribute(answer, "printer-resolution-supported", IPP_TAG_RESOLUTION);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        int down = 0;
        ipp_res_t unit = IPP_RES_PER_INCH;
        const int across = ippGetResolution(attribute, i, &down, &unit);
        if (unit == IPP_RES_PER_INCH && across == down && across > 0)
            values.push_back(across);
    }
    return values;
}

void read(ipp_attribute_t* attribute, JobAttributes& job) {
    const auto name = nameOf(attribute);
    const int value = ippGetInteger(attribute, 0);
    if (name == "job-id")
        job.number = value;
    else if (name == "job-state" && value >= IPP_JSTATE_PENDING && value <= IPP_JSTATE_COMPLETED)
        job.state = static_cast<ipp_jstate_t>(value);
    else if (name == "job-impressions-completed" || name == "job-media-sheets-completed")
        job.impressions = std::max(job.impressions.value_or(0), value);
}

template <class Wanted>
std::vector<JobAttributes> jobs(ipp_t* answer, Wanted wanted) {
    std::vector<JobAttributes> found;
    JobAttributes job;
    bool named = false;
    const auto endOfJob = [&] {
        if (named)
            found.push_back(job);
        job = {};
        named = false;
    };
    // Jobs are groups of attributes; one without a name stands between two of them.
    for (auto* one = ippFirstAttribute(answer); one != nullptr; one = ippNextAttribute(answer)) {
        const auto name = nameOf(one);
        if (name.empty())
            endOfJob();
        else if (name == "job-name")
            named = wanted(text(one, 0));
        else
            read(one, job);
    }
    endOfJob();
    return found;
}

} // namespace

PrinterAttributes printerIn(ipp_t* answer) {
    PrinterAttributes attributes;
    attributes.stopped = integer(answer, "printer-state") == IPP_PSTATE_STOPPED;
    if (auto* reasons = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD))
        for (int i = 0; i < ippGetCount(reasons); ++i)
            attributes.reasons.emplace_back(text(reasons, i));
    attributes.paused = attributes.stopped && std::find(attributes.reasons.begin(), attributes.reasons.end(),
                                                        "paused") != attributes.reasons.end();
    const auto list = [&](const char* name) { return texts(answer, name); };
    attributes.can = {list("document-format-supported"), list("media-supported"), list("sides-supported"),
                      list("print-color-mode-supported"), resolutions(answer)};
    if (auto* uri = ippFindAttribute(answer, "device-uri", IPP_TAG_URI))
        attributes.deviceUri = text(uri, 0);
    return attributes;
}

std::vector<std::string> queuesIn(ipp_t* answer) {
    std::vector<std::string> names;
    for (auto* one = ippFirstAttribute(answer); one != nullptr; one = ippNextAttribute(answer))
        if (nameOf(one) == "printer-name" && !text(one, 0).empty())
            names.emplace_back(text(one, 0));
    return names;
}

Events eventsIn(ipp_t* answer) {
    Events events;
    for (auto* one = ippFirstAttribute(answer); one != nullptr; one = ippNextAttribute(answer))
        if (nameOf(one) == "notify-sequence-number" && ippGetValueTag(one) == IPP_TAG_INTEGER) {
            ++events.count;
            events.last = std::max(events.last, ippGetInteger(one, 0));
        }
    return events;
}

JobAttributes jobIn(ipp_t* answer) {
    JobAttributes job;
    job.subscription = std::max(0, integer(answer, "notify-subscription-id"));
    for (auto* one = ippFirstAttribute(answer); one != nullptr; one = ippNextAttribute(answer))
        read(one, job);
    return job;
}

std::vector<JobAttributes> jobsIn(ipp_t* answer, std::string_view jobName) {
    return jobs(answer, [&](std::string_view name) { return name == jobName; });
}

std::vector<JobAttributes> jobsBeginning(ipp_t* answer, std::string_view beginning) {
    return jobs(answer, [&](std::string_view name) { return name.starts_with(beginning); });
}

} // namespace balady::cups
