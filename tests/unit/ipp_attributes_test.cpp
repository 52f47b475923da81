// Answers of printers that do not keep to the types of RFC 8011.
#include "printing/cups/ipp_attributes.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::cups;

namespace {

IppPtr jobWith(int state) {
    IppPtr answer{ippNew()};
    ippAddInteger(answer.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", 12);
    ippAddInteger(answer.get(), IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", state);
    return answer;
}

} // namespace

TEST_CASE("job_without_a_text_for_its_name_ends_the_kiosk") {
    const IppPtr answer{ippNew()};
    ippAddInteger(answer.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-name", 7);
    ippAddInteger(answer.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", 12);
    ippAddSeparator(answer.get());
    ippAddString(answer.get(), IPP_TAG_JOB, IPP_TAG_NAME, "job-name", nullptr, "licence-1");
    ippAddInteger(answer.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", 13);
    const auto jobs = jobsIn(answer.get(), "licence-1");
    REQUIRE(jobs.size() == 1);
    CHECK(jobs.front().number == 13);
}

TEST_CASE("job_in_a_state_that_nobody_defined_is_over") {
    CHECK(jobIn(jobWith(IPP_JSTATE_COMPLETED).get()).over());
    for (const int state : {-1, 0, 2, 10, 1'000'000}) {
        const auto job = jobIn(jobWith(state).get());
        CHECK_FALSE(job.over());
        CHECK(job.number == 12);
    }
}

TEST_CASE("printer_without_texts_for_its_reasons_ends_the_kiosk") {
    const IppPtr answer{ippNew()};
    ippAddInteger(answer.get(), IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", IPP_PSTATE_STOPPED);
    ippAddInteger(answer.get(), IPP_TAG_PRINTER, IPP_TAG_INTEGER, "printer-state-reasons", 3);
    ippAddOutOfBand(answer.get(), IPP_TAG_PRINTER, IPP_TAG_UNKNOWN, "device-uri");
    const auto printer = printerIn(answer.get());
    CHECK(printer.stopped);
    CHECK(printer.reasons.empty());
    CHECK(printer.deviceUri.empty());
}

TEST_CASE("printer_that_lists_other_things_than_words_ends_the_kiosk") {
    const IppPtr answer{ippNew()};
    ippAddInteger(answer.get(), IPP_TAG_PRINTER, IPP_TAG_INTEGER, "media-supported", 3);
    ippAddString(answer.get(), IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-resolution-supported", nullptr,
                 "600dpi");
    CHECK(printerIn(answer.get()).can.media.empty());
    CHECK(printerIn(answer.get()).can.resolutions.empty());

    const IppPtr told{ippNew()};
    ippAddString(told.get(), IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "media-supported", nullptr,
                 "iso_a4_210x297mm");
    ippAddResolution(told.get(), IPP_TAG_PRINTER, "printer-resolution-supported", IPP_RES_PER_INCH, 600, 600);
    CHECK(printerIn(told.get()).can.media == std::vector<std::string>{"iso_a4_210x297mm"});
    CHECK(printerIn(told.get()).can.resolutions == std::vector<int>{600});

    const IppPtr coarse{ippNew()};
    ippAddResolution(coarse.get(), IPP_TAG_PRINTER, "printer-resolution-supported", IPP_RES_PER_INCH, 600,
                     300);
    CHECK(printerIn(coarse.get()).can.resolutions.empty());
}

TEST_CASE("queues_without_names_are_found") {
    const IppPtr answer{ippNew()};
    ippAddString(answer.get(), IPP_TAG_PRINTER, IPP_TAG_NAME, "printer-name", nullptr, "licences");
    ippAddSeparator(answer.get());
    ippAddInteger(answer.get(), IPP_TAG_PRINTER, IPP_TAG_INTEGER, "printer-name", 7);
    CHECK(queuesIn(answer.get()) == std::vector<std::string>{"licences"});
}

TEST_CASE("events_are_asked_for_again_or_passed_over") {
    const IppPtr answer{ippNew()};
    CHECK(eventsIn(answer.get()).count == 0);
    for (const int number : {7, 9, 8}) {
        ippAddSeparator(answer.get());
        ippAddInteger(answer.get(), IPP_TAG_EVENT_NOTIFICATION, IPP_TAG_INTEGER, "notify-sequence-number",
                      number);
        ippAddInteger(answer.get(), IPP_TAG_EVENT_NOTIFICATION, IPP_TAG_ENUM, "job-state",
                      IPP_JSTATE_PROCESSING);
    }
    ippAddString(answer.get(), IPP_TAG_EVENT_NOTIFICATION, IPP_TAG_NAME, "notify-sequence-number", nullptr,
                 "x");
    const auto events = eventsIn(answer.get());
    CHECK(events.count == 3);
    CHECK(events.last == 9);
}

TEST_CASE("job_comes_without_its_subscription") {
    const auto answer = jobWith(IPP_JSTATE_PENDING);
    CHECK(jobIn(answer.get()).subscription == 0);
    ippAddInteger(answer.get(), IPP_TAG_SUBSCRIPTION, IPP_TAG_INTEGER, "notify-subscription-id", 44);
    CHECK(jobIn(answer.get()).subscription == 44);
}

TEST_CASE("queue_that_a_person_stopped_counts_as_one_that_failed") {
    for (const char* reason : {"paused", "media-empty-warning"}) {
        const IppPtr answer{ippNew()};
        ippAddInteger(answer.get(), IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", IPP_PSTATE_STOPPED);
        ippAddString(answer.get(), IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons", nullptr,
                     reason);
        CHECK(printerIn(answer.get()).paused == (std::string_view(reason) == "paused"));
    }
}
