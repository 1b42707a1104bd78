# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later

# How a target is made here: one library a folder, one line a test. What a target LINKs is the arrow
# between folders; what it does not link it cannot include.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

option(EARSHOT_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(EARSHOT_FUZZ "Build the fuzzers (needs Clang)" OFF)
option(EARSHOT_PCH "Precompile Qt's headers" ON)

find_program(EARSHOT_CCACHE ccache)
if(EARSHOT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The precompiled header is found by its content, so its time may differ.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" "${EARSHOT_CCACHE}")
endif()

add_library(earshot_options INTERFACE)
target_include_directories(earshot_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(earshot_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -Wformat=2 -Wimplicit-fallthrough -Werror)
target_compile_definitions(earshot_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER
    QT_DEPRECATED_WARNINGS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    EARSHOT_VERSION="${PROJECT_VERSION}")
# GMime's flags. They are everyone's, since a precompiled header is taken only under the flags it was made with.
target_compile_options(earshot_options INTERFACE -pthread)
target_compile_definitions(earshot_options INTERFACE _LARGEFILE64_SOURCE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 takes QStringBuilder's and std::optional's inlined storage for uninitialised (GCC bug 105562).
    target_compile_options(earshot_options INTERFACE -Wno-maybe-uninitialized -fcoroutines)
endif()
if(EARSHOT_SANITIZE)
    target_compile_options(earshot_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    target_link_options(earshot_options INTERFACE -fsanitize=address,undefined)
endif()
if(EARSHOT_FUZZ)
    target_compile_options(earshot_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# GLib's headers use the word `signals`, so Qt's own keywords are off wherever GMime may be included.
add_library(earshot_no_keywords INTERFACE)
target_compile_definitions(earshot_no_keywords INTERFACE QT_NO_KEYWORDS QT_NO_FOREACH)

# The header is precompiled twice, for libraries and for programs: GCC takes it only under the same -fPIC or -fPIE.
if(EARSHOT_PCH)
    file(WRITE "${CMAKE_BINARY_DIR}/pch/library.cpp" "")
    file(WRITE "${CMAKE_BINARY_DIR}/pch/program.cpp" "int main() {}\n")
    add_library(earshot_pch_library STATIC "${CMAKE_BINARY_DIR}/pch/library.cpp")
    add_executable(earshot_pch_program "${CMAKE_BINARY_DIR}/pch/program.cpp")
    foreach(target earshot_pch_library earshot_pch_program)
        target_link_libraries(${target} PRIVATE earshot_options earshot_no_keywords Qt6::Core)
        target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/pch.h")
        set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    endforeach()
endif()

function(earshot_precompile target)
    if(NOT EARSHOT_PCH)
        return()
    endif()
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "EXECUTABLE")
        target_precompile_headers(${target} REUSE_FROM earshot_pch_program)
    else()
        target_precompile_headers(${target} REUSE_FROM earshot_pch_library)
    endif()
endfunction()

# earshot_add_library(name SOURCES … [LINK …] [PRIVATE_LINK …]) makes earshot_<name>, alias earshot::<name>.
function(earshot_add_library name)
    cmake_parse_arguments(arg "WITH_KEYWORDS" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    set(target earshot_${name})
    add_library(${target} STATIC ${arg_SOURCES})
    add_library(earshot::${name} ALIAS ${target})
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE earshot_options ${arg_PRIVATE_LINK})
    if(NOT arg_WITH_KEYWORDS)
        target_link_libraries(${target} PRIVATE earshot_no_keywords)
        earshot_precompile(${target})
    endif()
endfunction()

# earshot_add_test(folder/tst_name LINK … [DATA folder] [TIMEOUT seconds]) makes the program tst_name from tst_name.cpp
# in the current folder and runs it without a display, in an odd zone and an odd locale.
function(earshot_add_test path)
    cmake_parse_arguments(arg "" "DATA;TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    cmake_path(GET path FILENAME name)
    add_executable(${name} "${name}.cpp" ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE earshot_options earshot_no_keywords Qt6::Test ${arg_LINK})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    if(arg_DATA)
        target_compile_definitions(${name} PRIVATE EARSHOT_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/${arg_DATA}")
    endif()
    earshot_precompile(${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_test(NAME "${path}" COMMAND ${name})
    set_tests_properties("${path}" PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Asia/Kathmandu;LC_ALL=C.UTF-8;EARSHOT_BINARY=$<TARGET_FILE:earshot>;UBSAN_OPTIONS=print_stacktrace=1;ASAN_OPTIONS=detect_leaks=1")
endfunction()
