# Writes a .cpp that holds every shader file as a string:
#   cmake -DFOLDER=shaders -DOUTPUT=shaders.cpp -P embed_shaders.cmake
file(GLOB files ${FOLDER}/*.vert ${FOLDER}/*.frag ${FOLDER}/*.glsl)
list(SORT files)
set(text "// Made by embed_shaders.cmake from the shaders folder.\n#include \"render/embedded_shaders.h\"\n\n#include <array>\n\n")
string(APPEND text "namespace dorsum::render {\n\nnamespace {\nconstexpr std::array files{\n")
foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME)
    file(READ ${file} content)
    string(APPEND text "    EmbeddedShader{\"${name}\", R\"GLSL(${content})GLSL\"},\n")
endforeach()
string(APPEND text "};\n}  // namespace\n\nstd::span<const EmbeddedShader> embedded_shaders() {\n    return files;\n}\n\n}  // namespace dorsum::render\n")
file(WRITE ${OUTPUT} "${text}")
