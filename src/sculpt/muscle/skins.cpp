#include "sculpt/muscle/skins.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <utility>

namespace dorsum::sculpt {
namespace {

using Place = std::pair<std::size_t, std::size_t>;  // column and row

class Closing {
public:
    Closing(const Skins& skins, const std::size_t first, const std::size_t last)
        : skins_(skins), first_(first), last_(last), rows_(skins.top.rows()), flipped_(faces_inwards()) {}

    SheetPiece piece() {
        add_skin(skins_.top, flipped_ ? -1.0F : 1.0F, 1);
        top_count_ = piece_.mesh.positions.size();
        add_skin(skins_.bottom, flipped_ ? 1.0F : -1.0F, 2);
        add_faces(1, false);
        add_faces(2, true);
        add_wall();
        return std::move(piece_);
    }

private:
    /// Whether s and t go round the other way than counter-clockwise seen from outside.
    [[nodiscard]] bool faces_inwards() const {
        float sum = 0.0F;
        for (std::size_t row = 0; row + 1 < rows_; ++row) {
            for (std::size_t column = first_; column < last_; ++column) {
                const glm::vec3 across = skins_.top.at(column + 1, row) - skins_.top.at(column, row);
                const glm::vec3 along = skins_.top.at(column, row + 1) - skins_.top.at(column, row);
                sum += glm::dot(glm::cross(across, along), skins_.outward.at(column, row));
            }
        }
        return sum < 0.0F;
    }

    /// Taken from the whole skin, so that no seam shows where it is cut into parts.
    static glm::vec3 normal(const Points& points, const Place at, const float side) {
        const std::size_t left = at.first > 0 ? at.first - 1 : 0;
        const std::size_t right = std::min(at.first + 1, points.columns() - 1);
        const std::size_t before = at.second > 0 ? at.second - 1 : 0;
        const std::size_t after = std::min(at.second + 1, points.rows() - 1);
        const glm::vec3 across = points.at(right, at.second) - points.at(left, at.second);
        const glm::vec3 along = points.at(at.first, after) - points.at(at.first, before);
        const glm::vec3 area = glm::cross(across, along) * side;
        const float size = glm::length(area);
        return size > 1e-9F ? area / size : glm::vec3(0.0F, 0.0F, 1.0F);
    }

    void add_skin(const Points& points, const float side, const std::size_t step) {
        for (std::size_t row = 0; row < rows_; row += step) {
            const std::size_t before = row > 0 ? row - 1 : row;
            const std::size_t after = std::min(row + 1, rows_ - 1);
            for (std::size_t column = first_; column <= last_; column += step) {
                piece_.mesh.positions.push_back(points.at(column, row));
                const bool rim = column == first_ || column == last_ || row == 0 || row == rows_ - 1;
                // The rim is too thin to be more than the upper skin's end.
                piece_.mesh.normals.push_back(rim ? normal(skins_.top, {column, row}, flipped_ ? -1.0F : 1.0F)
                                                  : normal(points, {column, row}, side));
                const glm::vec3 fibre = skins_.top.at(column, after) - skins_.top.at(column, before);
                const float length = glm::length(fibre);
                piece_.fibres.push_back(length > 1e-6F ? fibre / length : glm::vec3(0.0F));
                piece_.tendon.push_back(skins_.tendon.at(column, row));
            }
        }
    }

    [[nodiscard]] std::uint32_t top(const Place at) const {
        return static_cast<std::uint32_t>(at.second * (last_ - first_ + 1) + at.first - first_);
    }
    [[nodiscard]] std::uint32_t bottom(const Place at) const {
        const std::size_t columns = (last_ - first_) / 2 + 1;
        return static_cast<std::uint32_t>(top_count_ + at.second / 2 * columns + (at.first - first_) / 2);
    }

    void triangle(const std::uint32_t a, const std::uint32_t b, const std::uint32_t c, const bool turned) {
        auto& indices = piece_.mesh.indices;
        indices.insert(indices.end(), {a, turned == flipped_ ? b : c, turned == flipped_ ? c : b});
    }

    void add_faces(const std::size_t step, const bool below) {
        const auto index = [&](const Place at) { return below ? bottom(at) : top(at); };
        for (std::size_t row = 0; row + step < rows_; row += step) {
            for (std::size_t column = first_; column + step <= last_; column += step) {
                const std::uint32_t a = index({column, row});
                const std::uint32_t b = index({column + step, row});
                const std::uint32_t c = index({column + step, row + step});
                const std::uint32_t d = index({column, row + step});
                triangle(a, b, c, below);
                triangle(a, c, d, below);
            }
        }
    }

    /// The rim, once around, counter-clockwise in s and t.
    [[nodiscard]] std::vector<Place> rim() const {
        std::vector<Place> result;
        for (std::size_t column = first_; column < last_; ++column) {
            result.emplace_back(column, 0);
        }
        for (std::size_t row = 0; row + 1 < rows_; ++row) {
            result.emplace_back(last_, row);
        }
        for (std::size_t column = last_; column > first_; --column) {
            result.emplace_back(column, rows_ - 1);
        }
        for (std::size_t row = rows_ - 1; row > 0; --row) {
            result.emplace_back(first_, row);
        }
        return result;
    }

    void add_wall() {
        const std::vector<Place> around = rim();
        for (std::size_t i = 0; i < around.size(); i += 2) {
            const Place start = around[i];
            const Place middle = around[i + 1];
            const Place end = around[(i + 2) % around.size()];
            triangle(top(start), bottom(start), top(middle), false);
            triangle(top(middle), bottom(start), bottom(end), false);
            triangle(top(middle), bottom(end), top(end), false);
        }
    }

    const Skins& skins_;
    std::size_t first_;
    std::size_t last_;
    std::size_t rows_;
    bool flipped_;
    std::size_t top_count_ = 0;
    SheetPiece piece_;
};

}  // namespace

SheetPiece closed_piece(const Skins& skins, const std::size_t first, const std::size_t last) {
    return Closing(skins, first, last).piece();
}

}  // namespace dorsum::sculpt
