#include "kiosk/model/form.h"

#include <doctest/doctest.h>

using namespace balady::model;

namespace {
Field field(FieldType type) {
    Field f;
    f.id = "f";
    f.type = type;
    return f;
}
} // namespace

TEST_CASE("arabic_indic_digits_are_refused") {
    CHECK(checkAnswer(field(FieldType::Mobile), "٠٥٠١٢٣٤٥٦٧").value == "0501234567");
    CHECK(checkAnswer(field(FieldType::Identity), "١٠٠٠٠٠٠٠٠٨").value == "1000000008");
    CHECK(checkAnswer(field(FieldType::Number), "۱۲").value == "12");
}

TEST_CASE("number_out_of_range_or_garbage_is_accepted") {
    auto f = field(FieldType::Number);
    f.min = 1;
    f.max = 500;
    CHECK(checkAnswer(f, "0").problem == "too_small");
    CHECK(checkAnswer(f, "501").problem == "too_big");
    CHECK(checkAnswer(f, "99999999999999999999").problem == "too_big");
    CHECK(checkAnswer(f, "12x").problem == "foreign_character");
    CHECK(checkAnswer(f, "500").problem.empty());
}

TEST_CASE("length_counts_bytes_instead_of_characters") {
    auto f = field(FieldType::Text);
    f.max = 5;
    CHECK(checkAnswer(f, "محمصة").problem.empty());
    CHECK(checkAnswer(f, "محمصة٢").problem == "too_long");
}

TEST_CASE("hidden_question_blocks_the_page") {
    FormPage page;
    page.fields = {field(FieldType::YesNo), field(FieldType::Text)};
    page.fields[0].id = "sign";
    page.fields[1].showIf = Condition{"sign", "yes"};
    CHECK(checkPage(page, {{"sign", "no"}}).empty());
    CHECK(checkPage(page, {{"sign", "yes"}}) == std::vector<FieldProblem>{{"f", "empty"}});
}

TEST_CASE("option_that_is_not_offered_is_accepted") {
    auto f = field(FieldType::Choice);
    f.options = {{"a", text("أ", "A"), {}, {}}};
    CHECK(checkAnswer(f, "a").problem.empty());
    CHECK(checkAnswer(f, "b").problem == "not_an_option");
}

TEST_CASE("reference_is_not_normalised") {
    CHECK(checkAnswer(field(FieldType::Reference), "req-٢٠٢٦-1").value == "REQ-2026-1");
    CHECK(checkAnswer(field(FieldType::Reference), "<script>").problem == "foreign_character");
}
