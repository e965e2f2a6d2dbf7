# The package for the release of Debian on which this is built: `cpack -G DEB` in the build folder.
# packaging/debian-package does that in a chroot of any release, and tries what comes out.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dorsum)
set(CPACK_PACKAGE_VENDOR "The Dorsum maintainers")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
# Whoever builds a package answers for it: as Debian's tools are told, else as git is.
set(package_name $ENV{DEBFULLNAME})
set(package_email $ENV{DEBEMAIL})
if(Git_FOUND AND NOT package_email)
    foreach(what name email)
        execute_process(COMMAND ${GIT_EXECUTABLE} config user.${what} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
                        OUTPUT_VARIABLE package_${what} OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endforeach()
endif()
if(NOT package_name)
    set(package_name "The Dorsum maintainers")
endif()
if(NOT package_email)
    set(package_email "nobody@localhost")
endif()
set(CPACK_PACKAGE_CONTACT "${package_name} <${package_email}>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "visualiser of the human back that teaches massage")
set(CPACK_PACKAGE_DESCRIPTION
    "Dorsum shows a human back in 3D and teaches how to massage it: strokes move
over the skin in time with the breath, and twelve traditional reflex zones
light up. Three bodies with about 150 named bones, muscles and organs and
four lessons come with it; models of one's own can be loaded.
.
The zones are a tradition, not medical evidence.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)

# A newer release of Debian gets the newer package: 0.1.0-1~deb12 comes before 0.1.0-1~deb13.
set(debian_release 0)
if(EXISTS /etc/os-release)
    file(STRINGS /etc/os-release version_id REGEX "^VERSION_ID=")
    string(REGEX REPLACE "[^0-9.]" "" debian_release "${version_id}")
endif()
set(CPACK_DEBIAN_PACKAGE_RELEASE 1~deb${debian_release})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# What is linked is found by dpkg-shlibdeps; the drivers are loaded when they are wanted.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libegl1, libgl1, libgl1-mesa-dri, libegl-mesa0")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, ffmpeg")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "espeak-ng")

# What only Debian's own packages have.
set(package_version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
configure_file(debian/changelog.in ${documents}/changelog.Debian @ONLY)
foreach(text changelog changelog.Debian)
    if(text STREQUAL changelog)
        set(source ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
    else()
        set(source ${documents}/changelog.Debian)
    endif()
    add_custom_command(OUTPUT ${documents}/${text}.gz
        COMMAND sh -c "gzip -9nc \"$1\" > \"$2\"" sh ${source} ${documents}/${text}.gz
        DEPENDS ${source} VERBATIM COMMENT "Packing ${text}")
    list(APPEND packed ${documents}/${text}.gz)
endforeach()
add_custom_target(dorsum_debian_texts ALL DEPENDS ${packed})
install(FILES ${packed} debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian EXCLUDE_FROM_ALL)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};${PROJECT_NAME};Unspecified;/;${PROJECT_BINARY_DIR};${PROJECT_NAME};debian;/")
include(CPack)
