#include "quiz/questions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <utility>

#include "core/fill.h"
#include "core/translate.h"
#include "lesson/message.h"

namespace dorsum::quiz {

namespace {

constexpr std::size_t most_choices = 4;
constexpr int light_touch = 1;  // a pressure that does not press: as if spreading lotion

/// A shuffle that gives the same order with every standard library.
template <typename T>
void shuffle(std::vector<T>& items, std::mt19937& chance) {
    for (std::size_t left = items.size(); left > 1; --left) {
        std::swap(items[left - 1], items[chance() % left]);
    }
}

/// As the names of muscles begin, so that the first letter tells nothing.
std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo): the same number for the same words everywhere.
std::uint32_t number_of(const std::string& words) {
    std::uint32_t hash = 2166136261U;
    for (const char sign : words) {
        hash = (hash ^ static_cast<unsigned char>(sign)) * 16777619U;
    }
    return hash;
}

/// The right answer among up to three of the others, in an order of chance. None where there is nothing else to
/// choose.
bool set_choices(Question& question, const std::string& right, std::vector<std::string> others,
                 const std::uint32_t seed) {
    std::mt19937 chance(seed ^ number_of(question.id));
    std::erase(others, right);
    std::ranges::sort(others);
    others.erase(std::unique(others.begin(), others.end()), others.end());
    shuffle(others, chance);
    others.resize(std::min(others.size(), most_choices - 1));
    if (others.empty()) {
        return false;
    }
    question.choices = std::move(others);
    question.choices.push_back(right);
    shuffle(question.choices, chance);
    question.right_choice =
        static_cast<std::size_t>(std::ranges::find(question.choices, right) - question.choices.begin());
    return true;
}

class Maker {
public:
    Maker(const Material& material, const std::uint32_t seed) : material_(material), seed_(seed) {}

    std::vector<Question> make() {
        if (material_.lesson != nullptr) {
            ask_about_zones(*material_.lesson);
            ask_about_breath(*material_.lesson);
        }
        if (material_.regions != nullptr) {
            ask_what_is_never_pressed(*material_.regions);
        }
        if (material_.catalogue != nullptr) {
            ask_about_muscles(*material_.catalogue);
        }
        return std::move(questions_);
    }

private:
    void ask_about_zones(const lesson::Lesson& lesson);
    void ask_about_breath(const lesson::Lesson& lesson);
    void ask_what_is_never_pressed(const std::vector<lesson::SafetyRegion>& regions);
    void ask_about_muscles(const body::Catalogue& catalogue);

    const Material& material_;
    std::uint32_t seed_;
    std::vector<Question> questions_;
};

void Maker::ask_about_zones(const lesson::Lesson& lesson) {
    std::vector<std::string> organs;
    std::ranges::transform(lesson.zones, std::back_inserter(organs), &lesson::Zone::organ);
    for (const lesson::Zone& zone : lesson.zones) {
        const std::string number = std::to_string(zone.number);
        Question point;
        point.id = std::string(name_of(Kind::point_to_zone)) + " " + number;
        point.kind = Kind::point_to_zone;
        point.text = lesson::fill(tr("Point to zone {0}"), {number});
        point.zone = zone.number;
        point.explanation = with_detail(zone.place_name, zone.organ);
        questions_.push_back(std::move(point));

        Question organ;
        organ.id = std::string(name_of(Kind::organ_of_zone)) + " " + number;
        organ.kind = Kind::organ_of_zone;
        organ.text = tr("Which organ does tradition give to the zone that is lit?");
        organ.zone = zone.number;
        organ.explanation = lesson.zones_note;
        if (set_choices(organ, zone.organ, organs, seed_)) {
            questions_.push_back(std::move(organ));
        }
    }
}

/// Towards the head (true) or the feet, where all strokes of a step in this phase go the same way.
std::optional<bool> goes_up(const lesson::Step& step, const lesson::BreathLock phase) {
    std::optional<bool> up;
    for (const lesson::StrokePlan& stroke : step.strokes) {
        if (stroke.breath != phase || stroke.path.size() < 2) {
            continue;
        }
        // Levels count from the head.
        const bool this_up = stroke.path.back().level.number < stroke.path.front().level.number;
        if (up && *up != this_up) {
            return std::nullopt;
        }
        up = this_up;
    }
    return up;
}

void Maker::ask_about_breath(const lesson::Lesson& lesson) {
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        for (const lesson::BreathLock phase : {lesson::BreathLock::inhale, lesson::BreathLock::exhale}) {
            const auto up = goes_up(lesson.steps[i], phase);
            if (!up) {
                continue;
            }
            const bool inhales = phase == lesson::BreathLock::inhale;
            Question question;
            question.id = std::string(name_of(Kind::way_on_breath)) + " " + std::to_string(i + 1) +
                          (inhales ? " inhale" : " exhale");
            question.kind = Kind::way_on_breath;
            question.text =
                lesson::fill(inhales ? tr("{0}: which way do the hands glide while the receiver breathes in?")
                                     : tr("{0}: which way do the hands glide while the receiver breathes out?"),
                             {lesson.steps[i].title});
            const std::string head = tr("towards the head");
            const std::string feet = tr("towards the feet");
            question.explanation = lesson.steps[i].caption;
            if (set_choices(question, *up ? head : feet, {head, feet}, seed_)) {
                questions_.push_back(std::move(question));
            }
        }
    }
}

void Maker::ask_what_is_never_pressed(const std::vector<lesson::SafetyRegion>& regions) {
    // What hands may press: the superficial muscles, or, without a catalogue, what zones off the spine are called.
    std::vector<std::string> allowed;
    if (material_.catalogue != nullptr) {
        for (const body::CatalogueEntry& entry : material_.catalogue->entries) {
            if (entry.layer == body::Role::superficial_muscle) {
                allowed.push_back(body::plain_name(entry, true));
            }
        }
    } else if (material_.lesson != nullptr) {
        for (const lesson::Zone& zone : material_.lesson->zones) {
            if (!zone.over_vertebrae) {
                allowed.push_back(zone.place_name);
            }
        }
    }
    for (const lesson::SafetyRegion& region : regions) {
        if (region.most_pressure > light_touch) {
            continue;
        }
        Question question;
        question.id = std::string(name_of(Kind::never_pressed)) + " " + region.name;
        question.kind = Kind::never_pressed;
        question.text = tr("What must not be pressed?");
        question.explanation = tr(region.reason.c_str());
        if (set_choices(question, capitalised(tr(region.title.c_str())), allowed, seed_)) {
            questions_.push_back(std::move(question));
        }
    }
}

void Maker::ask_about_muscles(const body::Catalogue& catalogue) {
    // Of the parts of one muscle, and of its two sides, the first stands for all.
    std::map<std::string, const body::CatalogueEntry*> first_of;
    std::vector<std::string> order;
    std::map<body::Role, std::vector<std::string>> of_layer;
    for (const body::CatalogueEntry& entry : catalogue.entries) {
        const std::string name = body::plain_name(entry, true);
        if (body::is_muscle(entry.layer) && first_of.try_emplace(name, &entry).second) {
            order.push_back(name);
            of_layer[entry.layer].push_back(name);
        }
    }
    for (const std::string& name : order) {
        const body::CatalogueEntry& entry = *first_of.at(name);
        Question naming;
        naming.id = std::string(name_of(Kind::name_of_structure)) + " " + entry.id;
        naming.kind = Kind::name_of_structure;
        naming.text = tr("Which muscle lights up?");
        naming.structure = entry.id;
        naming.explanation = entry.action.empty() ? std::string() : tr(entry.action.c_str());
        if (set_choices(naming, name, of_layer.at(entry.layer), seed_)) {
            questions_.push_back(std::move(naming));
        }
        Question pointing;
        pointing.id = std::string(name_of(Kind::point_to_structure)) + " " + entry.id;
        pointing.kind = Kind::point_to_structure;
        pointing.text = lesson::fill(tr("Point to this muscle: {0}"), {name});
        pointing.structure = entry.id;
        pointing.explanation = entry.latin;
        questions_.push_back(std::move(pointing));
    }
}

}  // namespace

const char* name_of(const Kind kind) {
    switch (kind) {
        case Kind::point_to_zone:
            return "point_to_zone";
        case Kind::organ_of_zone:
            return "organ_of_zone";
        case Kind::way_on_breath:
            return "way_on_breath";
        case Kind::never_pressed:
            return "never_pressed";
        case Kind::name_of_structure:
            return "name_of_structure";
        case Kind::point_to_structure:
            break;
    }
    return "point_to_structure";
}

std::vector<Question> questions_of(const Material& material, const std::uint32_t seed) {
    return Maker(material, seed).make();
}

bool is_right_zone(const Question& question, const int zone) {
    return question.kind == Kind::point_to_zone && question.zone == zone;
}

bool is_right_structure(const Question& question, const std::string& id, const body::Catalogue& catalogue) {
    const body::CatalogueEntry* asked = catalogue.find(question.structure);
    const body::CatalogueEntry* given = catalogue.find(id);
    return question.kind == Kind::point_to_structure && asked != nullptr && given != nullptr &&
           body::plain_name(*asked, true) == body::plain_name(*given, true);
}

}  // namespace dorsum::quiz
