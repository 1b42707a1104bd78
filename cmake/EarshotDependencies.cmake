# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Each library Earshot is built with, found once. What is missing is named with its Debian package.

include(CheckIncludeFileCXX)
find_package(PkgConfig QUIET)
if(NOT PkgConfig_FOUND)
    message(FATAL_ERROR "pkg-config is missing. On Debian: apt install pkg-config")
endif()

function(earshot_find_package name package)
    find_package(${name} ${ARGN} QUIET)
    if(NOT ${name}_FOUND)
        message(FATAL_ERROR "${name} ${ARGN} is missing. On Debian: apt install ${package}")
    endif()
endfunction()

# Makes the imported target earshot_dep::<name> from a pkg-config module.
function(earshot_find_module name module package)
    pkg_check_modules(EARSHOT_${name} QUIET IMPORTED_TARGET GLOBAL ${module})
    if(NOT EARSHOT_${name}_FOUND)
        message(FATAL_ERROR "${module} is missing. On Debian: apt install ${package}")
    endif()
    add_library(earshot_dep::${name} ALIAS PkgConfig::EARSHOT_${name})
endfunction()

earshot_find_package(Qt6 "qt6-base-dev" 6.4 COMPONENTS Core Network Sql Gui Widgets PrintSupport)
earshot_find_package(Qt6Svg "qt6-svg-dev")
earshot_find_package(Qt6LinguistTools "qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools")
earshot_find_package(QCustomPlotQt6 "libqcustomplot-dev")
earshot_find_package(QCoro6 "qcoro-qt6-dev" COMPONENTS Core Network)
earshot_find_package(ZLIB "zlib1g-dev")
earshot_find_module(microhttpd "libmicrohttpd>=0.9.75" "libmicrohttpd-dev")
earshot_find_module(gmime "gmime-3.0" "libgmime-3.0-dev")
earshot_find_module(gnutls "gnutls" "libgnutls28-dev")
earshot_find_module(sqlite3 "sqlite3" "libsqlite3-dev")
if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
    earshot_find_package(Qt6Test "qt6-base-dev")
endif()

# Phone numbers are put in E.164 with libphonenumber; without it they stay as they were sent.
find_library(EARSHOT_PHONENUMBER_LIBRARY phonenumber)
check_include_file_cxx("phonenumbers/phonenumberutil.h" EARSHOT_HAS_PHONENUMBER_HEADER)
if(EARSHOT_PHONENUMBER_LIBRARY AND EARSHOT_HAS_PHONENUMBER_HEADER)
    set(EARSHOT_HAS_PHONENUMBER ON)
else()
    set(EARSHOT_HAS_PHONENUMBER OFF)
    message(STATUS "libphonenumber is missing: numbers stay as sent. On Debian: apt install libphonenumber-dev")
endif()

# QScintilla brings neither CMake nor pkg-config files; its headers lie beside Qt's own.
find_library(EARSHOT_QSCINTILLA_LIBRARY qscintilla2_qt6)
find_path(EARSHOT_QSCINTILLA_INCLUDE Qsci/qsciscintilla.h PATH_SUFFIXES qt6)
if(NOT EARSHOT_QSCINTILLA_LIBRARY OR NOT EARSHOT_QSCINTILLA_INCLUDE)
    message(FATAL_ERROR "QScintilla for Qt 6 is missing. On Debian: apt install libqscintilla2-qt6-dev")
endif()
add_library(earshot_dep_qscintilla INTERFACE)
target_include_directories(earshot_dep_qscintilla SYSTEM INTERFACE "${EARSHOT_QSCINTILLA_INCLUDE}")
target_link_libraries(earshot_dep_qscintilla INTERFACE "${EARSHOT_QSCINTILLA_LIBRARY}" Qt6::Widgets Qt6::PrintSupport)
add_library(earshot_dep::qscintilla ALIAS earshot_dep_qscintilla)

# libjq brings neither; it is linked by one library alone, which runs it in a process of its own.
find_library(EARSHOT_JQ_LIBRARY jq)
find_path(EARSHOT_JQ_INCLUDE jq.h)
if(NOT EARSHOT_JQ_LIBRARY OR NOT EARSHOT_JQ_INCLUDE)
    message(FATAL_ERROR "libjq is missing. On Debian: apt install libjq-dev")
endif()
add_library(earshot_dep_jq INTERFACE)
target_include_directories(earshot_dep_jq SYSTEM INTERFACE "${EARSHOT_JQ_INCLUDE}")
target_link_libraries(earshot_dep_jq INTERFACE "${EARSHOT_JQ_LIBRARY}")
add_library(earshot_dep::jq ALIAS earshot_dep_jq)
