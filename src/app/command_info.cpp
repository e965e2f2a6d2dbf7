#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/info_under_hands.h"
#include "app/load_subject.h"
#include "app/option_values.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"
#include "lesson/message.h"
#include "lesson/stroke_samples.h"

namespace dorsum::app {
namespace {

// ordered_json keeps the documented order of the keys.
using Json = nlohmann::ordered_json;

Json to_json(const glm::vec3& vector) {
    return Json::array({vector.x, vector.y, vector.z});
}

Json model_json(const body::Body& body) {
    return {{"file", body.file},
            {"triangles", body.triangle_count},
            {"unit_m", body.unit_m},
            {"up", mesh::to_string(body.up)},
            {"facing", mesh::to_string(body.facing)},
            {"bounds", {{"low", to_json(body.model_bounds.low)}, {"high", to_json(body.model_bounds.high)}}}};
}

Json landmarks_json(const body::Body& body) {
    Json list = Json::array();
    for (const body::Landmark& landmark : body.landmarks) {
        list.push_back({{"id", landmark.id},
                        {"position", to_json(body.to_model(landmark.position))},
                        {"confidence", landmark.confidence}});
    }
    return list;
}

Json zones_json(const scene::Subject& subject) {
    Json list = Json::array();
    for (const lesson::ZoneOnBody& placed : subject.choreography->zones) {
        for (const lesson::Zone& zone : subject.lesson->zones) {
            if (zone.number == placed.number) {
                list.push_back({{"number", zone.number},
                                {"organ", zone.organ},
                                {"level", body::to_string(zone.place.level)},
                                {"lateral_mm", zone.place.lateral_mm},
                                {"position", to_json(subject.body->to_model(placed.point.position))},
                                {"normal", to_json(subject.body->direction_to_model(placed.point.normal))}});
            }
        }
    }
    return list;
}

Json structures_json(const body::Body& body) {
    Json list = Json::array();
    for (const body::Part& part : body.parts) {
        if (part.entry != nullptr) {
            list.push_back({{"id", part.entry->id},
                            {"name", part.entry->name},
                            {"latin", part.entry->latin},
                            {"layer", scene::name_of(scene::layer_of(part.role))},
                            {"triangles", part.mesh.triangle_count()}});
        }
    }
    return list;
}

const char* name_of(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
            return "palm";
        case lesson::Contact::thumb:
            return "thumb";
        case lesson::Contact::fingertips:
            return "fingertips";
        case lesson::Contact::knuckles:
            return "knuckles";
        case lesson::Contact::forearm:
            return "forearm";
    }
    return "palm";
}

const char* name_of(const lesson::BreathLock lock) {
    switch (lock) {
        case lesson::BreathLock::free:
            return "free";
        case lesson::BreathLock::inhale:
            return "inhale";
        case lesson::BreathLock::exhale:
            return "exhale";
    }
    return "free";
}

Json stroke_json(const lesson::Stroke& stroke, const int step, const body::Body& body) {
    Json times = Json::array();
    Json positions = Json::array();
    Json normals = Json::array();
    for (const lesson::StrokeSample& sample : lesson::stroke_samples(stroke)) {
        times.push_back(sample.time_s);
        positions.push_back(to_json(body.to_model(sample.point.position)));
        normals.push_back(to_json(body.direction_to_model(sample.point.normal)));
    }
    return {{"step", step},
            {"index", stroke.index},
            {"hand", stroke.hand == lesson::Hand::left ? "left" : "right"},
            {"contact", name_of(stroke.contact)},
            {"pass", stroke.pass == lesson::Pass::working ? "working" : "return"},
            {"breath", name_of(stroke.breath)},
            {"duration_s", stroke.duration_s},
            {"length_m", stroke.length_m},
            {"speed_cm_s", stroke.mean_speed_cm_s()},
            {"times_s", std::move(times)},
            {"positions", std::move(positions)},
            {"normals", std::move(normals)}};
}

Json strokes_json(const scene::Subject& subject) {
    Json list = Json::array();
    int step = 0;
    for (const lesson::StepOnBody& on_body : subject.choreography->steps) {
        ++step;
        for (const lesson::Stroke& stroke : on_body.strokes) {
            list.push_back(stroke_json(stroke, step, *subject.body));
        }
    }
    return list;
}

/// How many structures each layer has.
void print_layers(const body::Body& body) {
    std::string counts;
    for (int i = 0; i < body::role_count; ++i) {
        const auto role = static_cast<body::Role>(i);
        const auto count = std::ranges::count_if(
            body.parts, [role](const body::Part& part) { return part.entry != nullptr && part.role == role; });
        if (count > 0 && body::is_anatomy(role)) {
            counts += (counts.empty() ? "" : ", ") + std::string(scene::name_of(scene::layer_of(role))) + " " +
                      std::to_string(count);
        }
    }
    if (!counts.empty()) {
        std::cout << "  " << fill(tr("structures: {0}"), {counts}) << '\n';
    }
}

void print_structures(const body::Body& body) {
    for (int i = 0; i < body::role_count; ++i) {
        for (const body::Part& part : body.parts) {
            if (part.entry != nullptr && part.role == static_cast<body::Role>(i)) {
                std::cout << part.entry->id << '\t' << part.entry->name << '\t' << part.entry->latin << '\n';
            }
        }
    }
}

void print_for_people(const scene::Subject& subject) {
    const body::Body& body = *subject.body;
    std::cout << body.file << "\n  "
              << fill(tr("{0} triangles, unit {1} m, up {2}, facing {3}"),
                      {std::to_string(body.triangle_count), lesson::plain(static_cast<double>(body.unit_m)),
                       mesh::to_string(body.up), mesh::to_string(body.facing)})
              << '\n';
    print_layers(body);
    std::cout << "  " << fill(tr("{0} landmarks"), {std::to_string(body.landmarks.size())}) << '\n';
    for (const body::Landmark& landmark : body.landmarks) {
        const glm::vec3 at = body.to_model(landmark.position);
        std::cout << "    " << landmark.id << "  " << at.x << " " << at.y << " " << at.z << "  "
                  << fill(tr("confidence {0}"), {lesson::plain(static_cast<double>(landmark.confidence))}) << '\n';
    }
    std::cout << subject.lesson->title << " (" << subject.lesson->file << ")\n";
    int number = 0;
    for (const lesson::Step& step : subject.lesson->steps) {
        const lesson::StepOnBody& on_body = subject.choreography->steps[static_cast<std::size_t>(number)];
        std::cout << "  " << ++number << ". " << step.title << ": " << on_body.duration_s << " s\n";
        for (const lesson::Stroke& stroke : on_body.strokes) {
            if (stroke.hand == lesson::Hand::right) {  // the left one does the same in the mirror
                std::cout << "    " << tr("stroke") << " " << stroke.index + 1 << ", " << tr("both hands") << ": "
                          << lesson::contact_name(stroke.contact) << ", " << stroke.duration_s << " s, "
                          << std::round(stroke.mean_speed_cm_s() * 10.0F) / 10.0F << " cm/s\n";
            }
        }
    }
    for (const lesson::Zone& zone : subject.lesson->zones) {
        std::cout << "  " << tr("zone") << " " << zone.number << ": " << zone.organ << ", "
                  << body::to_string(zone.place.level) << ", " << zone.place.lateral_mm << " mm\n";
    }
    std::cout << "  " << subject.lesson->zones_note << '\n';
}

}  // namespace

int run_info(const InfoCommand& command) {
    const auto subject = load_subject(command.subject);
    if (!subject) {
        log::error(to_string(subject.error()));
        return 1;
    }
    if (command.time_s && !command.step) {
        return exit_code_of(wrong_use("--time", tr("a time belongs to a step"), tr("Give --step, too")));
    }
    Json under;
    if (command.step) {
        auto found = under_hands_json(command, *subject);
        if (!found) {
            return exit_code_of(tl::unexpected(found.error()));
        }
        under = *std::move(found);
    }
    if (command.step && !command.json) {
        std::cout << under_hands_in_words(under);
        return 0;
    }
    if (command.structures && !command.json) {
        print_structures(*subject->body);
        return 0;
    }
    if (!command.json) {
        print_for_people(*subject);
        return 0;
    }
    Json found{{"format", 1},
               {"model", model_json(*subject->body)},
               {"landmarks", landmarks_json(*subject->body)},
               {"structures", structures_json(*subject->body)},
               {"zones", zones_json(*subject)},
               {"strokes", strokes_json(*subject)}};
    if (command.step) {
        found["under_hands"] = std::move(under);
    }
    // File names need not be UTF-8; JSON must be.
    std::cout << found.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
    return 0;
}

}  // namespace dorsum::app
