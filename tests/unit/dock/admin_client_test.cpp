#include "tests/simulators/dock/surroundings/admin_client.h"
#include "tests/support/offscreen_gui.h"
#include "tests/unit/dock/tiny_server.h"
#include "tests/unit/dock/until.h"

#include <doctest/doctest.h>

using balady::dock::AdminClient;
using balady::tests::offscreenGui;
using balady::tests::TinyServer;
using balady::tests::until;

TEST_CASE("list_redrawn_although_it_is_the_same") {
    offscreenGui();
    TinyServer server;
    server.answers["GET /admin/requests"].body = R"({"requests":[{"number":"RQ-1"}]})";
    AdminClient admin;
    int announced = 0;
    QObject::connect(&admin, &AdminClient::requestsChanged, [&] { ++announced; });
    admin.setAddress(server.address());
    REQUIRE(until([&] { return admin.requests().size() == 1; }));
    CHECK(admin.requests()[0].toMap()["number"] == "RQ-1");

    REQUIRE(until([&] {
        admin.refresh();
        return server.timesAsked("GET /admin/requests") >= 3;
    }));
    CHECK(announced == 1);
    server.answers["GET /admin/requests"].body = R"({"requests":[]})";
    REQUIRE(until([&] {
        admin.refresh();
        return announced == 2;
    }));
    CHECK(admin.requests().isEmpty());
}

TEST_CASE("wish_lost_or_its_effect_not_shown") {
    offscreenGui();
    TinyServer server;
    AdminClient admin;
    admin.setAddress(server.address()); // these questions are still open when the wish is sent
    server.answers["GET /admin/state"].body = R"({"clockAheadHours":24})";
    admin.post("clock/advance", {{"days", 1}});
    // A question that was asked before the wish may bring the new state too.
    REQUIRE(until([&] {
        return admin.state()["clockAheadHours"] == 24 && server.timesAsked("POST /admin/clock/advance") > 0;
    }));
    CHECK(server.timesAsked("POST /admin/clock/advance") == 1);
    for (const auto& [what, body] : server.asked)
        if (what.startsWith("POST"))
            CHECK(body == R"({"days":1})");

    server.answers["GET /admin/state"].body = R"({"clockAheadHours":48})";
    admin.post("clock/advance", {{"days", 1}});
    CHECK(until([&] { return admin.state()["clockAheadHours"] == 48; })); // without anybody asking for it
}

TEST_CASE("refusal_not_explained") {
    offscreenGui();
    TinyServer server;
    server.answers["POST /admin/requests/RQ-1/approve"] = {
        409, R"({"title":"Conflict","detail":"not under review"})"};
    AdminClient admin;
    admin.setAddress(server.address());
    admin.post("requests/RQ-1/approve");
    REQUIRE(until([&] { return !admin.trouble().isEmpty(); }));
    CHECK(admin.trouble() == "not under review");
    CHECK(until([&] { return admin.reachable(); }));

    server.answers.remove("POST /admin/requests/RQ-1/approve");
    admin.post("requests/RQ-1/approve");
    CHECK(until([&] { return admin.trouble().isEmpty(); }));
}

TEST_CASE("ended_sandbox_shown_as_answering") {
    offscreenGui();
    TinyServer server;
    const auto address = server.address();
    AdminClient admin;
    admin.setAddress(address);
    REQUIRE(until([&] { return admin.reachable(); }));
    server.stop();
    REQUIRE(until([&] {
        admin.refresh();
        return !admin.reachable();
    }));
    REQUIRE(server.startAgain(static_cast<quint16>(address.port())));
    CHECK(until([&] {
        admin.refresh();
        return admin.reachable();
    }));
}
