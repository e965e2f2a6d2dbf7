#include "quiz/questions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <utility>

#include "core/fill.h"
#include "core/translate.h"
#include "lesson/message.h"
#include "quiz/strokes_asked.h"

namespace dorsum::quiz {

namespace {

constexpr std::size_t most_choices = 4;
constexpr int light_touch = 1;  // a pressure that does not press: as if spreading lotion
using lesson::BreathLock;

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

/// Says of a name of the choices what stands below it.
void set_latin(Question& question, const std::map<std::string, std::string>& latin_of) {
    for (const std::string& choice : question.choices) {
        const auto known = latin_of.find(choice);
        question.latin_choices.push_back(known == latin_of.end() ? std::string() : known->second);
    }
}

Question begin(const Kind kind, const std::string& about, std::string text) {
    Question question;
    question.id = std::string(name_of(kind)) + " " + about;
    question.kind = kind;
    question.text = std::move(text);
    return question;
}

std::string sentence(const std::string& text) {
    const std::string begun = capitalised(text);
    return begun.empty() || begun.back() == '.' ? begun : begun + ".";
}

/// A muscle as questions name it: of its parts, and of its two sides, the first stands for all.
struct Muscle {
    std::string name;
    const body::CatalogueEntry* first = nullptr;
    std::string parts;  ///< what each of several parts does; empty of a muscle in one
    [[nodiscard]] bool is_whole() const { return parts.empty(); }
};

/// "descending part" of "Trapezius, descending part"; empty of a whole muscle.
std::string part_of(const body::CatalogueEntry& entry) {
    const std::string name = body::plain_name(entry);
    const std::size_t comma = name.find(", ");
    return comma == std::string::npos ? std::string() : name.substr(comma + 2);
}

/// In the order of the catalogue.
std::vector<Muscle> muscles_of(const body::Catalogue& catalogue, const std::vector<std::string>* ids) {
    std::vector<Muscle> muscles;
    for (const body::CatalogueEntry& entry : catalogue.entries) {
        const bool wanted = ids == nullptr || std::ranges::find(*ids, entry.id) != ids->end();
        if (!wanted || !body::is_muscle(entry.layer) || entry.latin.starts_with("Fascia")) {
            continue;
        }
        const std::string name = body::plain_name(entry, true);
        auto known = std::ranges::find(muscles, name, &Muscle::name);
        if (known == muscles.end()) {
            muscles.push_back({name, &entry, {}});
            known = muscles.end() - 1;
        }
        if (const std::string part = part_of(entry); !part.empty() && entry.side == known->first->side) {
            known->parts += (known->parts.empty() ? "" : "; ") + part + ": " + tr(entry.action.c_str());
        }
    }
    return muscles;
}

std::string what_it_does(const Muscle& muscle) {
    const std::string action = muscle.is_whole() ? tr(muscle.first->action.c_str()) : muscle.parts;
    std::string text = action.empty() ? std::string() : sentence(lesson::fill(tr("Action: {0}"), {action}));
    if (muscle.is_whole() && !muscle.first->note.empty()) {
        text += (text.empty() ? "" : " ") + sentence(tr(muscle.first->note.c_str()));
    }
    return text;
}

class Maker {
public:
    Maker(const Material& material, const std::uint32_t seed) : material_(material), seed_(seed) {}

    std::vector<Question> make() {
        if (material_.lesson != nullptr) {
            ask_about_zones(*material_.lesson);
            for (std::size_t step = 0; step < material_.lesson->steps.size(); ++step) {
                ask_about_step(material_.lesson->steps[step], static_cast<int>(step));
            }
            ask_about_checklist(material_.lesson->checklist);
        }
        if (material_.regions != nullptr) {
            ask_about_safety(*material_.regions);
        }
        if (material_.catalogue != nullptr) {
            ask_about_muscles(muscles_of(*material_.catalogue, material_.visible));
        }
        return std::move(questions_);
    }

private:
    void ask_about_zones(const lesson::Lesson& lesson);
    void ask_about_step(const lesson::Step& step, int index);
    void ask_about_breath(const lesson::Step& step, int index);
    void ask_about_checklist(const lesson::Checklist& checklist);
    void ask_about_safety(const std::vector<lesson::SafetyRegion>& regions);
    void ask_about_muscles(const std::vector<Muscle>& muscles);

    /// Where there is something else to choose.
    bool add(Question question, const std::string& right, std::vector<std::string> others) {
        const bool can_be_asked = set_choices(question, right, std::move(others), seed_);
        if (can_be_asked) {
            questions_.push_back(std::move(question));
        }
        return can_be_asked;
    }

    const Material& material_;
    std::uint32_t seed_;
    std::vector<Question> questions_;
};

void Maker::ask_about_zones(const lesson::Lesson& lesson) {
    std::vector<std::string> organs;
    std::ranges::transform(lesson.zones, std::back_inserter(organs), &lesson::Zone::organ);
    for (const lesson::Zone& zone : lesson.zones) {
        const std::string number = std::to_string(zone.number);
        const std::string where = lesson::fill(tr("Zone {0}: {1}. {2}"), {number, zone.organ, zone.place_name}) + " (" +
                                  lesson.zones_note + ").";
        Question point = begin(Kind::point_to_zone, number, lesson::fill(tr("Point to zone {0}"), {number}));
        point.zone = zone.number;
        point.explanation = where;
        questions_.push_back(std::move(point));

        Question organ =
            begin(Kind::organ_of_zone, number, tr("Which organ does tradition give to the zone that is lit?"));
        organ.zone = zone.number;
        organ.explanation = where;
        add(std::move(organ), zone.organ, organs);
    }
}

std::vector<std::string> all_ways() {
    return {name_of(Way::headwards), name_of(Way::footwards), name_of(Way::outwards), name_of(Way::inwards)};
}

void Maker::ask_about_step(const lesson::Step& step, const int index) {
    const std::string number = std::to_string(index + 1);
    ask_about_breath(step, index);
    if (const auto way = quiz::way_of_pressure(step)) {
        // By its number: the title may say it.
        Question question =
            begin(Kind::way_of_pressure, number,
                  lesson::fill(tr("Step {0} of the lesson: which way do the hands glide with pressure?"), {number}));
        question.step = index;
        question.explanation = sentence(step.title + ": " + step.caption);
        add(std::move(question), name_of(*way), all_ways());
    }
    if (const auto contact = working_contact(step)) {
        std::vector<std::string> others;
        for (const lesson::Contact each : {lesson::Contact::palm, lesson::Contact::thumb, lesson::Contact::fingertips,
                                           lesson::Contact::knuckles, lesson::Contact::forearm}) {
            others.push_back(capitalised(lesson::contact_name(each)));
        }
        Question question =
            begin(Kind::contact_of_step, number,
                  lesson::fill(tr("“{0}”: which part of the hand or arm carries the pressure?"), {step.title}));
        question.step = index;
        question.explanation = sentence(step.caption);
        add(std::move(question), capitalised(lesson::contact_name(*contact)), std::move(others));
    }
}

void Maker::ask_about_breath(const lesson::Step& step, const int index) {
    const std::string number = std::to_string(index + 1);
    for (const BreathLock phase : {BreathLock::inhale, BreathLock::exhale}) {
        const bool inhales = phase == BreathLock::inhale;
        if (const auto way = quiz::way_on_breath(step, phase)) {
            Question question =
                begin(Kind::way_on_breath, number + (inhales ? " inhale" : " exhale"),
                      lesson::fill(inhales ? tr("“{0}”: which way do the hands glide while the receiver breathes in?")
                                           : tr("“{0}”: which way do the hands glide while the receiver breathes out?"),
                                   {step.title}));
            question.step = index;
            question.breath = phase;
            question.explanation = sentence(step.caption);
            add(std::move(question), name_of(*way), all_ways());
        }
    }
    const auto in = presses_on(step, BreathLock::inhale);
    const auto out = presses_on(step, BreathLock::exhale);
    if (in && out) {
        const std::string breathing_in = tr("While the receiver breathes in");
        const std::string breathing_out = tr("While the receiver breathes out");
        const std::string throughout = tr("All the time");
        const std::string never = tr("Never, they only keep touch");
        Question question = begin(Kind::pressure_on_breath, number,
                                  lesson::fill(tr("“{0}”: when do the hands carry pressure?"), {step.title}));
        question.step = index;
        question.breath = *in ? BreathLock::inhale : BreathLock::exhale;
        question.explanation = sentence(step.caption);
        add(std::move(question), *in ? (*out ? throughout : breathing_in) : (*out ? breathing_out : never),
            {breathing_in, breathing_out, throughout, never});
    }
}

void Maker::ask_about_checklist(const lesson::Checklist& checklist) {
    const std::string stop = tr("No massage today");
    const std::string ask_doctor = tr("First a doctor has to agree");
    const std::string avoid = tr("Massage, but not there");
    const std::string as_usual = tr("Massage as usual");
    struct Group {
        const char* id;
        const std::vector<std::string>& items;
        const std::string& right;
        const char* why;
    };
    for (const Group& group :
         {Group{"stop", checklist.stop, stop, tr("With this there is no massage: it can do harm, to the giver too.")},
          Group{"ask_doctor", checklist.ask_doctor, ask_doctor,
                tr("Whether massage is safe here, only a doctor can say.")},
          Group{"avoid_area", checklist.avoid_area, avoid, tr("Leave this area out; the rest may be massaged.")}}) {
        for (std::size_t i = 0; i < group.items.size(); ++i) {
            Question question =
                begin(Kind::what_to_do, std::string(group.id) + " " + std::to_string(i + 1),
                      lesson::fill(tr("Before you begin you hear of this: “{0}”. What do you do?"), {group.items[i]}));
            question.explanation = group.why;
            add(std::move(question), group.right, {stop, ask_doctor, avoid, as_usual});
        }
    }
}

void Maker::ask_about_safety(const std::vector<lesson::SafetyRegion>& regions) {
    // What hands may press: the muscles that the lesson works, or else what zones off the spine are called.
    std::vector<std::string> allowed;
    if (material_.catalogue != nullptr && material_.worked != nullptr) {
        for (const Muscle& muscle : muscles_of(*material_.catalogue, material_.worked)) {
            allowed.push_back(muscle.name);
        }
    }
    if (allowed.size() + 1 < most_choices && material_.lesson != nullptr) {
        for (const lesson::Zone& zone : material_.lesson->zones) {
            if (!zone.over_vertebrae) {
                allowed.push_back(zone.place_name);
            }
        }
    }
    std::vector<std::string> reasons;
    std::ranges::transform(regions, std::back_inserter(reasons),
                           [](const lesson::SafetyRegion& region) { return std::string(tr(region.reason.c_str())); });
    for (const lesson::SafetyRegion& region : regions) {
        const std::string title = tr(region.title.c_str());
        const std::string reason = tr(region.reason.c_str());
        Question why = begin(Kind::reason_of_care, region.name,
                             lesson::fill(tr("Why do the hands take care here: {0}?"), {title}));
        why.explanation = sentence(lesson::fill(tr("{0}: {1}"), {capitalised(title), reason}));
        add(std::move(why), reason, reasons);
        if (region.most_pressure <= light_touch) {
            Question question = begin(Kind::never_pressed, region.name, tr("Which of these do the hands never press?"));
            question.explanation = sentence(reason);
            add(std::move(question), capitalised(title), allowed);
        }
    }
}

void Maker::ask_about_muscles(const std::vector<Muscle>& muscles) {
    std::map<body::Role, std::vector<std::string>> of_layer;
    std::map<std::string, std::string> latin_of;
    for (const Muscle& muscle : muscles) {
        of_layer[muscle.first->layer].push_back(muscle.name);
        latin_of[muscle.name] = muscle.is_whole() ? muscle.first->latin : std::string();
    }
    for (const Muscle& muscle : muscles) {
        const body::CatalogueEntry& entry = *muscle.first;
        Question naming = begin(Kind::name_of_structure, entry.id,
                                muscle.is_whole() ? tr("Which muscle lights up?")
                                                  : tr("To which muscle does the part belong that lights up?"));
        naming.structure = entry.id;
        naming.explanation = what_it_does(muscle);
        if (add(std::move(naming), muscle.name, of_layer.at(entry.layer))) {
            set_latin(questions_.back(), latin_of);
        }
        Question pointing =
            begin(Kind::point_to_structure, entry.id, lesson::fill(tr("Point to this muscle: {0}"), {muscle.name}));
        pointing.latin = latin_of.at(muscle.name);
        pointing.structure = entry.id;
        pointing.explanation = what_it_does(muscle);
        questions_.push_back(std::move(pointing));
    }
}

}  // namespace

std::vector<Question> questions_of(const Material& material, const std::uint32_t seed) {
    return Maker(material, seed).make();
}

std::string right_answer(const Question& question, const body::Catalogue* const catalogue) {
    if (question.right_choice < question.choices.size()) {
        return question.choices[question.right_choice];
    }
    if (question.zone != 0) {
        return lesson::fill(tr("Zone {0}"), {std::to_string(question.zone)});
    }
    const body::CatalogueEntry* asked = catalogue != nullptr ? catalogue->find(question.structure) : nullptr;
    return asked != nullptr ? body::plain_name(*asked, true) : std::string();
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
