#include "scene/animated_lesson.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <map>
#include <string>
#include <utility>

#include "body/breathing_shape.h"
#include "core/translate.h"
#include "scene/palette.h"
#include "scene/skin_pressure.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

constexpr glm::vec3 receiver_colour{0.52F, 0.27F, 0.18F};
constexpr glm::vec3 giver_colour{0.30F, 0.14F, 0.09F};
constexpr glm::vec3 towel_colour{0.72F, 0.68F, 0.61F};
constexpr glm::vec3 table_colour{0.026F, 0.060F, 0.066F};

/// Which hand in which pose.
using HandKey = std::pair<lesson::Hand, HandPose>;

/// A hand at an instant: its axes, and the middle of palm and fingers as they lie.
struct HandSample {
    float time_s = 0.0F;
    HandKey key{};
    glm::mat3 axes{1.0F};  ///< right-handed, of a left hand's mirror image too
    glm::vec3 middle{0.0F};
};

/// Of the vertices that follow the skin: palm and fingers, whatever the forearm does.
glm::vec3 middle_of(const HandShown& hand, const HandModel& model) {
    glm::vec3 sum(0.0F);
    float weight = 0.0F;
    for (std::size_t i = 0; i < hand.positions.size(); ++i) {
        sum += model.flexibility[i] * hand.positions[i];
        weight += model.flexibility[i];
    }
    return weight > 0.0F ? sum / weight : hand.frame.contact;
}

class Maker {
public:
    explicit Maker(const Subject& subject) : subject_(subject) {}

    mesh::AnimatedModel make() {
        add_body();
        add_zones();
        const auto& steps = subject_.choreography->steps;
        std::vector<mesh::Clip> clips;
        mesh::Clip whole{subject_.lesson->title, {}};
        double start_s = 0.0;
        for (std::size_t step = 0; step < steps.size(); ++step) {
            add_strokes(step);
            mesh::Clip clip{std::to_string(step + 1) + " " + subject_.lesson->steps[step].title, {}};
            add_hands(step);
            play(clip, step, 0.0);
            play(whole, step, start_s);
            clips.push_back(std::move(clip));
            start_s += steps[step].duration_s;
        }
        merge(whole);
        model_.clips.push_back(std::move(whole));
        std::ranges::move(clips, std::back_inserter(model_.clips));
        return std::move(model_);
    }

private:
    std::size_t add_part(mesh::AnimatedPart part, const bool shown) {
        model_.parts.push_back(std::move(part));
        model_.shown_at_rest.push_back(shown);
        return model_.parts.size() - 1;
    }
    void add_body();
    void add_zones();
    void add_strokes(std::size_t step);
    void add_hands(std::size_t step);
    void play(mesh::Clip& clip, std::size_t step, double start_s) const;
    void play_hands(mesh::Clip& clip, std::size_t step, float start_s) const;
    static void merge(mesh::Clip& clip);
    [[nodiscard]] std::vector<float> sample_times(std::size_t step) const;
    [[nodiscard]] mesh::TriangleMesh strip(const lesson::Stroke& stroke) const;

    const Subject& subject_;
    mesh::AnimatedModel model_;
    std::vector<std::size_t> breathing_;                 ///< the receiver and what covers them
    std::vector<std::vector<std::size_t>> strokes_;      ///< parts, by step
    std::vector<std::vector<HandSample>> samples_;       ///< by step
    std::vector<std::map<HandKey, std::size_t>> hands_;  ///< parts, by step
};

void Maker::add_body() {
    for (const body::Part& part : subject_.body->parts) {
        const bool is_skin = part.role == body::Role::skin;
        const bool is_towel = part.role == body::Role::towel;
        if ((!is_skin && !is_towel && part.role != body::Role::table) || part.mesh.positions.empty()) {
            continue;
        }
        mesh::AnimatedPart moved{part.name, part.mesh,
                                 is_skin    ? receiver_colour
                                 : is_towel ? towel_colour
                                            : table_colour,
                                 is_skin ? 0.55F : 0.9F};
        if (part.role != body::Role::table) {
            for (const glm::vec3& position : part.mesh.positions) {
                moved.morph.push_back(body::breathing_displacement(position, 1.0F));
            }
            breathing_.push_back(model_.parts.size());
        }
        add_part(std::move(moved), true);
    }
}

/// A vertex in the middle, then ring after ring.
std::vector<std::uint32_t> disc_triangles(const int rings, const int spokes) {
    std::vector<std::uint32_t> indices;
    const auto at = [spokes](const int ring, const int spoke) {
        return ring == 0 ? 0U : static_cast<std::uint32_t>(1 + (ring - 1) * spokes + spoke % spokes);
    };
    for (int ring = 1; ring <= rings; ++ring) {
        for (int spoke = 0; spoke < spokes; ++spoke) {
            indices.insert(indices.end(), {at(ring - 1, spoke), at(ring, spoke), at(ring, spoke + 1)});
            if (ring > 1) {
                indices.insert(indices.end(), {at(ring - 1, spoke), at(ring, spoke + 1), at(ring - 1, spoke + 1)});
            }
        }
    }
    return indices;
}

void Maker::add_zones() {
    constexpr int rings = 4;
    constexpr int spokes = 24;
    for (const lesson::ZoneOnBody& zone : subject_.choreography->zones) {
        const auto& told = subject_.lesson->zones;
        const auto known = std::ranges::find(told, zone.number, &lesson::Zone::number);
        mesh::AnimatedPart disc;
        disc.name = std::to_string(zone.number) + (known == told.end() ? "" : " " + known->organ);
        disc.colour = zone_colour(zone.number);
        const glm::vec3 beside = tangent({1.0F, 0.0F, 0.0F}, zone.point.normal);
        const glm::vec3 along = glm::cross(zone.point.normal, beside);
        const auto add = [&](const glm::vec3 position, const glm::vec3 normal) {
            disc.mesh.positions.push_back(position + normal * patch_lift_m);
            disc.mesh.normals.push_back(normal);
        };
        add(zone.point.position, zone.point.normal);
        for (int ring = 1; ring <= rings; ++ring) {
            for (int spoke = 0; spoke < spokes; ++spoke) {
                const float turn = 6.2831853F * static_cast<float>(spoke) / static_cast<float>(spokes);
                const SkinStep place =
                    walk(*subject_.body->skin,
                         {zone.point.position, zone.point.normal, beside * std::cos(turn) + along * std::sin(turn)},
                         zone.radius_m * static_cast<float>(ring) / static_cast<float>(rings));
                add(place.position, place.normal);
            }
        }
        disc.mesh.indices = disc_triangles(rings, spokes);
        add_part(std::move(disc), true);
    }
}

/// A strip over the skin that ends in an arrowhead.
mesh::TriangleMesh Maker::strip(const lesson::Stroke& stroke) const {
    constexpr float head_m = 0.022F;
    const float half_width_m = stroke.pass == lesson::Pass::working ? 0.006F : 0.003F;
    mesh::TriangleMesh strip;
    const std::size_t last = stroke.path.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        const float left_m = stroke.length_m * static_cast<float>(last - i) / static_cast<float>(last);
        const float half_m = left_m < head_m ? std::max(2.2F * half_width_m * left_m / head_m, 0.0002F) : half_width_m;
        const body::SkinPoint& at = stroke.path[i];
        const glm::vec3 travel = stroke.path[std::min(i + 1, last)].position - stroke.path[i == 0 ? 0 : i - 1].position;
        const glm::vec3 aside = glm::cross(tangent(travel, at.normal), at.normal);
        for (const float side : {-1.0F, 1.0F}) {
            const SkinStep edge = walk(*subject_.body->skin, {at.position, at.normal, aside * side}, half_m);
            strip.positions.push_back(edge.position + edge.normal * patch_lift_m);
            strip.normals.push_back(edge.normal);
        }
        if (i > 0) {
            const auto here = static_cast<std::uint32_t>(2 * i);
            strip.indices.insert(strip.indices.end(), {here - 2, here - 1, here, here, here - 1, here + 1});
        }
    }
    return strip;
}

void Maker::add_strokes(const std::size_t step) {
    strokes_.emplace_back();
    constexpr float shortest_m = 0.005F;
    for (const lesson::Stroke& stroke : subject_.choreography->steps[step].strokes) {
        if (stroke.length_m < shortest_m || stroke.path.size() < 2) {
            continue;
        }
        const std::string side = stroke.hand == lesson::Hand::left ? tr("left hand") : tr("right hand");
        mesh::AnimatedPart part{std::to_string(step + 1) + "." + std::to_string(stroke.index + 1) + " " + side,
                                strip(stroke), hand_colour(stroke.hand), 0.9F};
        for (const glm::vec3& position : part.mesh.positions) {
            part.morph.push_back(body::breathing_displacement(position, 1.0F));
        }
        strokes_.back().push_back(add_part(std::move(part), false));
    }
}

std::vector<float> Maker::sample_times(const std::size_t step) const {
    const double duration_s = subject_.choreography->steps[step].duration_s;
    const auto count = static_cast<int>(std::ceil(duration_s * samples_per_s));
    std::vector<float> times;
    for (int i = 0; i <= count; ++i) {
        times.push_back(static_cast<float>(std::min(static_cast<double>(i) / samples_per_s, duration_s)));
    }
    return times;
}

/// A hand without its shape yet, which is added up over the samples.
mesh::AnimatedPart hand_part(const std::size_t step, const HandShown& hand, const HandModel& posed) {
    mesh::AnimatedPart part;
    part.name = std::to_string(step + 1) + " " + (hand.hand == lesson::Hand::left ? tr("left hand") : tr("right hand"));
    part.colour = giver_colour;
    part.roughness = 0.6F;
    part.mesh.positions.resize(hand.positions.size(), glm::vec3(0.0F));
    part.mesh.normals.resize(hand.positions.size(), glm::vec3(0.0F));
    part.mesh.indices = posed.mesh.indices;
    if (hand.hand == lesson::Hand::left) {
        for (std::size_t i = 0; i + 2 < part.mesh.indices.size(); i += 3) {
            std::swap(part.mesh.indices[i + 1], part.mesh.indices[i + 2]);
        }
    }
    return part;
}

/// Lays the hands of each sample on the skin, and makes a part of each hand in each pose, with the mean of the shapes
/// that it has during the step.
void Maker::add_hands(const std::size_t step) {
    samples_.emplace_back();
    hands_.emplace_back();
    if (!subject_.hands) {
        return;
    }
    std::map<HandKey, float> added;
    for (const float time_s : sample_times(step)) {
        const int number = static_cast<int>(step);
        const auto time = static_cast<double>(time_s);
        const lesson::Moment moment = lesson::evaluate(*subject_.choreography, number, time);
        const auto hands =
            place_hands(*subject_.hands, *subject_.body->skin, moment, static_cast<float>(moment.breath.rise),
                        pressed_at(*subject_.choreography, number, time));
        for (const HandShown& hand : hands) {
            const float side = hand.hand == lesson::Hand::left ? -1.0F : 1.0F;
            const glm::mat3 axes(side * hand.frame.across, hand.frame.fingers, hand.frame.out);
            const HandKey key{hand.hand, hand.pose};
            const HandModel& posed = subject_.hands->poses.at(static_cast<std::size_t>(hand.pose));
            const glm::vec3 middle = middle_of(hand, posed);
            samples_.back().push_back({time_s, key, axes, middle});
            if (!hands_.back().contains(key)) {
                hands_.back()[key] = add_part(hand_part(step, hand, posed), false);
            }
            mesh::TriangleMesh& shape = model_.parts[hands_.back()[key]].mesh;
            const glm::mat3 to_hand = glm::transpose(axes);
            for (std::size_t i = 0; i < hand.positions.size(); ++i) {
                shape.positions[i] += to_hand * (hand.positions[i] - middle);
                shape.normals[i] += to_hand * hand.normals[i];
            }
            added[key] += 1.0F;
        }
    }
    for (const auto& [key, part] : hands_.back()) {
        mesh::TriangleMesh& shape = model_.parts[part].mesh;
        for (std::size_t i = 0; i < shape.positions.size(); ++i) {
            shape.positions[i] /= added[key];
            const float length = glm::length(shape.normals[i]);
            shape.normals[i] = length > 0.0F ? shape.normals[i] / length : glm::vec3(0.0F, 0.0F, 1.0F);
        }
    }
}

/// A track that says from when to when a part is seen; before its first time a player shows what that time has.
mesh::Track seen_track(const std::size_t part, const float start_s) {
    mesh::Track track{part, {}, {}, {}, {}, {}};
    if (start_s > 0.0F) {
        track.times_s.push_back(0.0F);
        track.shown.push_back(0.0F);
    }
    return track;
}

void show_from(mesh::Track& track, const float time_s, const bool shown) {
    const float share = shown ? 1.0F : 0.0F;
    if (track.shown.empty() || track.shown.back() != share) {
        track.times_s.push_back(time_s);
        track.shown.push_back(share);
    }
}

void Maker::play(mesh::Clip& clip, const std::size_t step, const double start_s) const {
    const auto start = static_cast<float>(start_s);
    std::vector<float> times;
    std::vector<float> rises;
    for (const float time_s : sample_times(step)) {
        times.push_back(start + time_s);
        rises.push_back(static_cast<float>(
            lesson::evaluate(*subject_.choreography, static_cast<int>(step), static_cast<double>(time_s)).breath.rise));
    }
    for (const std::size_t part : breathing_) {
        clip.tracks.push_back({part, times, {}, {}, rises, {}});
    }
    for (const std::size_t part : strokes_[step]) {
        clip.tracks.push_back({part, times, {}, {}, rises, {}});
        mesh::Track seen = seen_track(part, start);
        show_from(seen, start, true);
        show_from(seen, times.back(), false);
        clip.tracks.push_back(std::move(seen));
    }
    play_hands(clip, step, start);
}

void Maker::play_hands(mesh::Clip& clip, const std::size_t step, const float start_s) const {
    const std::vector<float> times = sample_times(step);
    for (const auto& [key, part] : hands_[step]) {
        mesh::Track way{part, {}, {}, {}, {}, {}};
        mesh::Track seen = seen_track(part, start_s);
        auto sample = samples_[step].begin();
        for (const float time_s : times) {
            bool here = false;
            for (; sample != samples_[step].end() && sample->time_s <= time_s; ++sample) {
                if (sample->key == key) {
                    way.times_s.push_back(start_s + time_s);
                    way.translations.push_back(sample->middle);
                    way.rotations.push_back(glm::quat_cast(sample->axes));
                    here = true;
                }
            }
            show_from(seen, start_s + time_s, here && time_s < times.back());
        }
        clip.tracks.push_back(std::move(way));
        clip.tracks.push_back(std::move(seen));
    }
}

/// What is said of one part step by step becomes one track: glTF knows a property of a node once in an animation.
void Maker::merge(mesh::Clip& clip) {
    std::vector<mesh::Track> merged;
    std::map<std::size_t, std::size_t> place;  // of the track of a part that breathes
    for (mesh::Track& track : clip.tracks) {
        if (track.morph_weights.empty()) {
            merged.push_back(std::move(track));
            continue;
        }
        const auto [known, is_new] = place.try_emplace(track.part, merged.size());
        if (is_new) {
            merged.push_back(std::move(track));
            continue;
        }
        mesh::Track& first = merged[known->second];
        for (std::size_t i = 0; i < track.times_s.size(); ++i) {
            if (track.times_s[i] > first.times_s.back()) {
                first.times_s.push_back(track.times_s[i]);
                first.morph_weights.push_back(track.morph_weights[i]);
            }
        }
    }
    clip.tracks = std::move(merged);
}

}  // namespace

mesh::AnimatedModel animated_lesson(const Subject& subject) {
    return Maker(subject).make();
}

}  // namespace dorsum::scene
