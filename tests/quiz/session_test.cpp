#include "quiz/session.h"

#include <set>
#include <string>

#include "catch.h"

using namespace dorsum::quiz;

namespace {

std::vector<Question> questions(const std::size_t count) {
    std::vector<Question> all(count);
    for (std::size_t i = 0; i < count; ++i) {
        all[i].id = std::to_string(i);
        all[i].kind = static_cast<Kind>(i % 3);
    }
    return all;
}

Memory due_on(const int day) {
    Memory memory;
    memory.due_day = day;
    return memory;
}

std::vector<std::string> ids_in_order(Session session) {
    std::vector<std::string> ids;
    while (session.current() != nullptr) {
        ids.push_back(session.current()->id);
        session.answer(true);
    }
    return ids;
}

}  // namespace

TEST_CASE("what is right comes back ever later, what is wrong the next day") {
    Memory memory;
    memory = reviewed(memory, grade_right, 100);
    CHECK(memory.due_day == 101);
    memory = reviewed(memory, grade_right, 101);
    CHECK(memory.due_day == 107);
    memory = reviewed(memory, grade_right, 107);
    CHECK(memory.due_day == 107 + 15);  // 6 days times the ease of 2.5
    memory = reviewed(memory, grade_wrong, 122);
    CHECK(memory.due_day == 123);
    CHECK(memory.repetitions == 0);
    CHECK(memory.ease == Approx(2.18));  // 2.5 + 0.1 - 3 * (0.08 + 3 * 0.02)
}

TEST_CASE("however often it is wrong or right, a question stays in reach") {
    Memory memory;
    for (int i = 0; i < 50; ++i) {
        memory = reviewed(memory, 0, 100 + i);
    }
    CHECK(memory.ease == Approx(1.3));
    for (int i = 0; i < 200; ++i) {
        memory = reviewed(memory, 5, 200 + i);
    }
    CHECK(memory.interval_days <= 3650);
}

TEST_CASE("a session asks ten questions, what is overdue first, then what is new, kinds in turn") {
    const std::map<std::string, Memory> memories{{"5", due_on(90)}, {"7", due_on(80)}, {"11", due_on(500)}};
    const auto ids = ids_in_order(Session(questions(30), memories, 100, 1));
    REQUIRE(ids.size() == 10);
    CHECK(ids[0] == "7");
    CHECK(ids[1] == "5");
    std::set<int> kinds;
    for (std::size_t i = 2; i < 5; ++i) {
        kinds.insert(std::stoi(ids[i]) % 3);
    }
    CHECK(kinds.size() == 3);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 10);
    CHECK_FALSE(std::set<std::string>(ids.begin(), ids.end()).contains("11"));
}

TEST_CASE("what is not due yet is asked when nothing else is left") {
    const auto ids = ids_in_order(Session(questions(2), {{"0", due_on(300)}, {"1", due_on(200)}}, 100, 1));
    CHECK(ids == std::vector<std::string>{"1", "0"});
}

TEST_CASE("a wrong answer comes back later in the session, until it is right, and does not count twice") {
    Session session(questions(6), {}, 100, 1);
    const std::string wrong = session.current()->id;
    session.answer(false);
    CHECK(session.current()->id != wrong);
    int seen = 0;
    int turns = 1;
    while (session.current() != nullptr) {
        if (session.current()->id == wrong) {
            ++seen;
            CHECK(session.is_return());
        }
        session.answer(true);
        ++turns;
    }
    CHECK(seen == 1);
    CHECK(turns == 7);
    CHECK(session.answered() == 6);
    CHECK(session.right_at_once() == 5);
}

TEST_CASE("a session ends even for who is always wrong, and an empty one is over at once") {
    Session session(questions(3), {}, 100, 1);
    int turns = 0;
    while (session.current() != nullptr && turns < 100) {
        session.answer(false);
        ++turns;
    }
    CHECK(turns == 9);
    CHECK(session.right_at_once() == 0);
    Session empty({}, {}, 100, 1);
    CHECK(empty.current() == nullptr);
    empty.answer(true);
    CHECK(empty.length() == 0);
}

TEST_CASE("what is skipped comes once more at the end, and is then left out without an answer") {
    Session session(questions(3), {}, 100, 1);
    const std::string skipped = session.current()->id;
    session.skip();
    CHECK(session.current()->id != skipped);
    session.answer(true);
    session.answer(true);
    REQUIRE(session.current() != nullptr);
    CHECK(session.current()->id == skipped);
    CHECK(session.left_out() == 0);
    session.skip();
    CHECK(session.current() == nullptr);
    CHECK(session.left_out() == 1);
    CHECK(session.answered() == 2);
    session.skip();
    CHECK(session.left_out() == 1);
}
