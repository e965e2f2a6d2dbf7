#include "changed_body.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <random>
#include <tuple>

#include "body/landmark_file.h"
#include "body/place.h"
#include "catch.h"
#include "mesh/import.h"

namespace dorsum::body {

KnownSkin bundled_skin(const std::string& name) {
    const std::string stem = DORSUM_TEST_ASSETS "/body/" + name;
    auto model = mesh::import_model(stem + ".glb");
    REQUIRE(model.has_value());
    KnownSkin known;
    for (mesh::ModelPart& part : model->parts) {
        if (part.name == "skin") {
            known.mesh = std::move(part.mesh);
        }
    }
    known.mesh.tints.clear();
    known.mesh.coarser.clear();
    const auto file = read_landmark_file(stem + ".landmarks.toml");
    REQUIRE(file.has_value());
    for (const GivenLandmark& landmark : file->landmarks) {
        known.landmarks[landmark.id] = landmark.position_m;
    }
    return known;
}

KnownSkin turned(KnownSkin skin, const glm::mat3& rotation) {
    for (glm::vec3& position : skin.mesh.positions) {
        position = rotation * position;
    }
    for (glm::vec3& normal : skin.mesh.normals) {
        normal = rotation * normal;
    }
    for (auto& [id, position] : skin.landmarks) {
        position = rotation * position;
    }
    return skin;
}

KnownSkin mirrored(KnownSkin skin) {
    skin.mesh = mesh::mirrored_in_x(std::move(skin.mesh));
    for (auto& [id, position] : skin.landmarks) {
        position.x = -position.x;
    }
    return skin;
}

KnownSkin noisy(KnownSkin skin, const float most_mm, const unsigned seed) {
    std::mt19937 generator(seed);
    const auto shift = [&] {
        const float share = static_cast<float>(generator() % 20001U) / 10000.0F - 1.0F;
        return 0.001F * most_mm * share;
    };
    for (glm::vec3& position : skin.mesh.positions) {
        position += glm::vec3(shift(), shift(), shift());
    }
    skin.mesh.normals.clear();
    return skin;
}

KnownSkin decimated(KnownSkin skin, const float cell_mm) {
    mesh::TriangleMesh coarse;
    std::map<std::tuple<int, int, int>, std::uint32_t> at_cell;
    std::vector<std::uint32_t> new_index;
    for (const glm::vec3 position : skin.mesh.positions) {
        const glm::ivec3 cell(glm::floor(position * (1000.0F / cell_mm)));
        const auto [found, is_new] =
            at_cell.try_emplace({cell.x, cell.y, cell.z}, static_cast<std::uint32_t>(coarse.positions.size()));
        if (is_new) {
            coarse.positions.push_back(position);
        }
        new_index.push_back(found->second);
    }
    for (std::size_t i = 0; i + 2 < skin.mesh.indices.size(); i += 3) {
        const std::uint32_t a = new_index[skin.mesh.indices[i]];
        const std::uint32_t b = new_index[skin.mesh.indices[i + 1]];
        const std::uint32_t c = new_index[skin.mesh.indices[i + 2]];
        if (a != b && b != c && c != a) {
            coarse.indices.insert(coarse.indices.end(), {a, b, c});
        }
    }
    skin.mesh = std::move(coarse);
    return skin;
}

KnownSkin cut(KnownSkin skin, const int axis, const float low_m, const float high_m) {
    mesh::TriangleMesh rest;
    std::map<std::uint32_t, std::uint32_t> new_index;
    for (std::size_t i = 0; i + 2 < skin.mesh.indices.size(); i += 3) {
        const auto inside = [&](const std::size_t corner) {
            const float at = skin.mesh.positions[skin.mesh.indices[i + corner]][axis];
            return at >= low_m && at <= high_m;
        };
        if (inside(0) && inside(1) && inside(2)) {
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const std::uint32_t old = skin.mesh.indices[i + corner];
                const auto [found, is_new] =
                    new_index.try_emplace(old, static_cast<std::uint32_t>(rest.positions.size()));
                if (is_new) {
                    rest.positions.push_back(skin.mesh.positions[old]);
                }
                rest.indices.push_back(found->second);
            }
        }
    }
    skin.mesh = std::move(rest);
    return skin;
}

mesh::Model as_unknown_model(const KnownSkin& skin, const float unit_m) {
    mesh::Model model;
    model.file = "unknown.stl";
    mesh::TriangleMesh mesh = skin.mesh;
    for (glm::vec3& position : mesh.positions) {
        position /= unit_m;
    }
    model.parts.push_back({"body", std::move(mesh)});
    return model;
}

mesh::TriangleMesh fine_box(const glm::vec3 low, const glm::vec3 high, const int cells) {
    mesh::TriangleMesh box;
    for (int side = 0; side < 6; ++side) {
        const int axis = side / 2;
        const int u = (axis + 1) % 3;
        const int v = (axis + 2) % 3;
        const auto first = static_cast<std::uint32_t>(box.positions.size());
        for (int i = 0; i <= cells; ++i) {
            for (int j = 0; j <= cells; ++j) {
                glm::vec3 at = side % 2 == 0 ? low : high;
                at[u] = glm::mix(low[u], high[u], static_cast<float>(i) / static_cast<float>(cells));
                at[v] = glm::mix(low[v], high[v], static_cast<float>(j) / static_cast<float>(cells));
                box.positions.push_back(at);
            }
        }
        const auto row = static_cast<std::uint32_t>(cells + 1);
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(cells); ++i) {
            for (std::uint32_t j = 0; j < static_cast<std::uint32_t>(cells); ++j) {
                const std::uint32_t a = first + i * row + j;
                box.indices.insert(box.indices.end(), {a, a + row, a + 1, a + 1, a + row, a + row + 1});
            }
        }
    }
    return box;
}

mesh::TriangleMesh sphere(const glm::vec3 centre, const float radius) {
    mesh::TriangleMesh ball;
    constexpr std::uint32_t rings = 16;
    constexpr std::uint32_t around = 24;
    for (std::uint32_t ring = 0; ring <= rings; ++ring) {
        for (std::uint32_t k = 0; k < around; ++k) {
            const float polar = std::numbers::pi_v<float> * static_cast<float>(ring) / static_cast<float>(rings);
            const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(around);
            ball.positions.push_back(centre + radius * glm::vec3(std::sin(polar) * std::cos(turn), std::cos(polar),
                                                                 std::sin(polar) * std::sin(turn)));
            if (ring < rings) {
                const std::uint32_t a = ring * around + k;
                const std::uint32_t b = ring * around + (k + 1) % around;
                ball.indices.insert(ball.indices.end(), {a, b, a + around, b, b + around, a + around});
            }
        }
    }
    return ball;
}

float worst_level_mm(const Body& body, const KnownSkin& skin) {
    float worst = 0.0F;
    for (int number = 7; number <= 24; ++number) {
        const Level level{static_cast<float>(number)};
        const glm::vec3 in_body =
            glm::vec3(body.body_from_model * glm::vec4(skin.landmarks.at(to_string(level)) / body.unit_m, 1.0F));
        worst = std::max(worst, 1000.0F * std::abs(in_body.y - height_of(body, level)));
    }
    return worst;
}

}  // namespace dorsum::body
