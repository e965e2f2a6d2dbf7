#include "written_models.h"

#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <glm/geometric.hpp>
#include <iomanip>
#include <numbers>
#include <span>
#include <sstream>
#include <stdexcept>

namespace dorsum::mesh::test {
namespace {

std::ostringstream text_stream() {
    std::ostringstream stream;
    stream << std::setprecision(9);
    return stream;
}

glm::vec3 corner(const TriangleMesh& mesh, const std::size_t triangle, const std::size_t which) {
    return mesh.positions[mesh.indices[triangle * 3 + which]];
}

glm::vec3 face_normal(const TriangleMesh& mesh, const std::size_t triangle) {
    const glm::vec3 a = corner(mesh, triangle, 0);
    return glm::normalize(glm::cross(corner(mesh, triangle, 1) - a, corner(mesh, triangle, 2) - a));
}

std::string base64(const std::string& bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned int three = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            three = (three << 8U) | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            text += i + j <= bytes.size() ? letters[(three >> (18 - 6 * j)) & 63U] : '=';
        }
    }
    return text;
}

std::string data_of(const TriangleMesh& mesh) {
    std::string data;
    for (const glm::vec3& position : mesh.positions) {
        data += bytes_of(position);
    }
    for (const std::uint32_t index : mesh.indices) {
        data += bytes_of(index);
    }
    return data;
}

std::string gltf_text(const TriangleMesh& mesh, const std::string& more, const std::string& uri) {
    const std::size_t position_bytes = mesh.positions.size() * sizeof(glm::vec3);
    const std::size_t index_bytes = mesh.indices.size() * sizeof(std::uint32_t);
    auto text = text_stream();
    const auto [low, high] = bounds(mesh);
    text << "{" << more << R"("asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],)"
         << R"("nodes":[{"name":"box","mesh":0}],)"
         << R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],)"
         << R"("accessors":[{"bufferView":0,"componentType":5126,"type":"VEC3","count":)" << mesh.positions.size()
         << ",\"min\":[" << low.x << ',' << low.y << ',' << low.z << "],\"max\":[" << high.x << ',' << high.y << ','
         << high.z << R"(]},{"bufferView":1,"componentType":5125,"type":"SCALAR","count":)" << mesh.indices.size()
         << R"(}],"bufferViews":[{"buffer":0,"byteLength":)" << position_bytes << R"(},{"buffer":0,"byteOffset":)"
         << position_bytes << ",\"byteLength\":" << index_bytes << R"(}],"buffers":[{"byteLength":)"
         << position_bytes + index_bytes << uri << "}]}";
    return text.str();
}

}  // namespace

TriangleMesh box() {
    TriangleMesh mesh;
    for (unsigned int i = 0; i < 8; ++i) {
        mesh.positions.emplace_back((i & 1U) != 0 ? 3.0F : 1.0F, (i & 2U) != 0 ? 5.0F : 2.0F,
                                    (i & 4U) != 0 ? 7.0F : 3.0F);
    }
    mesh.indices = {0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4,
                    2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5};
    return mesh;
}

TriangleMesh sphere(const unsigned int rings, const unsigned int segments) {
    TriangleMesh mesh;
    for (unsigned int ring = 0; ring <= rings; ++ring) {
        const double polar = std::numbers::pi * ring / rings;
        for (unsigned int segment = 0; segment < segments; ++segment) {
            const double turn = 2.0 * std::numbers::pi * segment / segments;
            // Exactly one point at each pole, whatever the sine of pi is.
            const double radius = ring == 0 || ring == rings ? 0.0 : std::sin(polar);
            mesh.positions.emplace_back(radius * std::cos(turn), std::cos(polar), radius * std::sin(turn));
        }
    }
    for (unsigned int ring = 0; ring < rings; ++ring) {
        for (unsigned int segment = 0; segment < segments; ++segment) {
            const std::uint32_t a = ring * segments + segment;
            const std::uint32_t b = ring * segments + (segment + 1) % segments;
            const std::uint32_t c = a + segments;
            const std::uint32_t d = b + segments;
            if (ring > 0) {
                mesh.indices.insert(mesh.indices.end(), {a, b, c});
            }
            if (ring + 1 < rings) {
                mesh.indices.insert(mesh.indices.end(), {b, d, c});
            }
        }
    }
    return mesh;
}

std::string as_obj(const TriangleMesh& mesh) {
    auto text = text_stream();
    text << "# a model\no box\n";
    for (const glm::vec3& p : mesh.positions) {
        text << "v " << p.x << ' ' << p.y << ' ' << p.z << '\n';
    }
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        text << "f " << mesh.indices[i] + 1 << ' ' << mesh.indices[i + 1] + 1 << ' ' << mesh.indices[i + 2] + 1 << '\n';
    }
    return text.str();
}

std::string as_binary_stl(const TriangleMesh& mesh) {
    std::string bytes(80, ' ');
    bytes += bytes_of(static_cast<std::uint32_t>(mesh.triangle_count()));
    for (std::size_t triangle = 0; triangle < mesh.triangle_count(); ++triangle) {
        bytes += bytes_of(face_normal(mesh, triangle));
        for (std::size_t which = 0; which < 3; ++which) {
            bytes += bytes_of(corner(mesh, triangle, which));
        }
        bytes += std::string(2, '\0');
    }
    return bytes;
}

std::string as_text_stl(const TriangleMesh& mesh) {
    auto text = text_stream();
    text << "solid box\n";
    for (std::size_t triangle = 0; triangle < mesh.triangle_count(); ++triangle) {
        const glm::vec3 n = face_normal(mesh, triangle);
        text << "facet normal " << n.x << ' ' << n.y << ' ' << n.z << "\nouter loop\n";
        for (std::size_t which = 0; which < 3; ++which) {
            const glm::vec3 p = corner(mesh, triangle, which);
            text << "vertex " << p.x << ' ' << p.y << ' ' << p.z << '\n';
        }
        text << "endloop\nendfacet\n";
    }
    text << "endsolid box\n";
    return text.str();
}

namespace {
std::string ply_header(const TriangleMesh& mesh, const std::string& format) {
    return "ply\nformat " + format + " 1.0\nelement vertex " + std::to_string(mesh.positions.size()) +
           "\nproperty float x\nproperty float y\nproperty float z\nelement face " +
           std::to_string(mesh.triangle_count()) + "\nproperty list uchar int vertex_indices\nend_header\n";
}
}  // namespace

std::string as_binary_ply(const TriangleMesh& mesh) {
    std::string bytes = ply_header(mesh, "binary_little_endian");
    for (const glm::vec3& position : mesh.positions) {
        bytes += bytes_of(position);
    }
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        bytes += '\3' + bytes_of(mesh.indices[i]) + bytes_of(mesh.indices[i + 1]) + bytes_of(mesh.indices[i + 2]);
    }
    return bytes;
}

std::string as_text_ply(const TriangleMesh& mesh) {
    auto text = text_stream();
    text << ply_header(mesh, "ascii");
    for (const glm::vec3& p : mesh.positions) {
        text << p.x << ' ' << p.y << ' ' << p.z << '\n';
    }
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        text << "3 " << mesh.indices[i] << ' ' << mesh.indices[i + 1] << ' ' << mesh.indices[i + 2] << '\n';
    }
    return text.str();
}

std::string as_fbx(const TriangleMesh& mesh, const int up_axis, const int front_axis, const int front_sign,
                   const double unit_cm) {
    auto text = text_stream();
    const auto setting = [&](const char* name, const char* type, const double value) {
        text << "  P: \"" << name << "\", \"" << type << "\", \"\", \"\"," << value << "\n";
    };
    text << "; FBX 7.4.0 project file\nFBXHeaderExtension:  {\n FBXHeaderVersion: 1003\n FBXVersion: 7400\n}\n"
         << "GlobalSettings:  {\n Version: 1000\n Properties70:  {\n";
    setting("UpAxis", "int", up_axis);
    setting("UpAxisSign", "int", 1);
    setting("FrontAxis", "int", front_axis);
    setting("FrontAxisSign", "int", front_sign);
    setting("CoordAxis", "int", 0);
    setting("CoordAxisSign", "int", 1);
    setting("UnitScaleFactor", "double", unit_cm);
    text << " }\n}\nObjects:  {\n Geometry: 1000, \"Geometry::box\", \"Mesh\" {\n  Vertices: *"
         << mesh.positions.size() * 3 << " {\n   a: ";
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        text << (i > 0 ? "," : "") << mesh.positions[i].x << ',' << mesh.positions[i].y << ',' << mesh.positions[i].z;
    }
    text << "\n  }\n  PolygonVertexIndex: *" << mesh.indices.size() << " {\n   a: ";
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        // The last corner of a polygon is written as its complement.
        const auto index = static_cast<std::int64_t>(mesh.indices[i]);
        text << (i > 0 ? "," : "") << (i % 3 == 2 ? -index - 1 : index);
    }
    text << "\n  }\n  GeometryVersion: 124\n }\n Model: 2000, \"Model::box\", \"Mesh\" {\n  Version: 232\n }\n}\n"
         << "Connections:  {\n C: \"OO\",2000,0\n C: \"OO\",1000,2000\n}\n";
    return text.str();
}

std::string as_dae(const TriangleMesh& mesh, const std::string& up_axis, const std::string& unit_m) {
    auto text = text_stream();
    text
        << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        << R"(<COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1"><asset><unit name="u" meter=")"
        << unit_m << "\"/><up_axis>" << up_axis << "</up_axis></asset>\n"
        << R"(<library_geometries><geometry id="g" name="box"><mesh><source id="p"><float_array id="pa" count=")"
        << mesh.positions.size() * 3 << "\">";
    for (const glm::vec3& p : mesh.positions) {
        text << p.x << ' ' << p.y << ' ' << p.z << ' ';
    }
    text
        << R"(</float_array><technique_common><accessor source="#pa" count=")" << mesh.positions.size()
        << R"(" stride="3"><param name="X" type="float"/><param name="Y" type="float"/><param name="Z" type="float"/>)"
        << R"(</accessor></technique_common></source><vertices id="v"><input semantic="POSITION" source="#p"/></vertices>)"
        << "<triangles count=\"" << mesh.triangle_count()
        << R"("><input semantic="VERTEX" source="#v" offset="0"/><p>)";
    for (const std::uint32_t index : mesh.indices) {
        text << index << ' ';
    }
    text << R"(</p></triangles></mesh></geometry></library_geometries><library_visual_scenes><visual_scene id="s">)"
         << R"(<node id="n" name="box"><instance_geometry url="#g"/></node></visual_scene></library_visual_scenes>)"
         << R"(<scene><instance_visual_scene url="#s"/></scene></COLLADA>)";
    return text.str();
}

std::string as_gltf(const TriangleMesh& mesh, const std::string& more) {
    return gltf_text(mesh, more, ",\"uri\":\"data:application/octet-stream;base64," + base64(data_of(mesh)) + "\"");
}

std::string as_glb(const TriangleMesh& mesh, const std::string& more) {
    return glb_of(gltf_text(mesh, more, ""), data_of(mesh));
}

std::string glb_of(std::string json, std::string data) {
    json.resize((json.size() + 3) / 4 * 4, ' ');
    data.resize((data.size() + 3) / 4 * 4, '\0');
    const auto word = [](const std::size_t value) { return bytes_of(static_cast<std::uint32_t>(value)); };
    return "glTF" + word(2) + word(12 + 8 + json.size() + 8 + data.size()) + word(json.size()) + "JSON" + json +
           word(data.size()) + std::string("BIN\0", 4) + data;
}

}  // namespace dorsum::mesh::test
