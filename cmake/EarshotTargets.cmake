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

# Headers are precompiled once a kind of target: GCC takes the result only under the same -fPIC or -fPIE and the same
# macros. What may include Qt Widgets has headers of its own.
function(earshot_add_precompiled name header kind)
    if(kind STREQUAL "program")
        file(WRITE "${CMAKE_BINARY_DIR}/pch/${name}.cpp" "int main() {}\n")
        add_executable(earshot_pch_${name} "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
    else()
        file(WRITE "${CMAKE_BINARY_DIR}/pch/${name}.cpp" "")
        add_library(earshot_pch_${name} STATIC "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
    endif()
    target_link_libraries(earshot_pch_${name} PRIVATE earshot_options ${ARGN})
    target_precompile_headers(earshot_pch_${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/${header}")
    set_target_properties(earshot_pch_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
endfunction()

if(EARSHOT_PCH)
    earshot_add_precompiled(library pch.h library earshot_no_keywords Qt6::Core)
    earshot_add_precompiled(program pch.h program earshot_no_keywords Qt6::Core)
    earshot_add_precompiled(widget_library widgetpch.h library earshot_no_keywords Qt6::Widgets)
    earshot_add_precompiled(keyword_library widgetpch.h library Qt6::Widgets)
    earshot_add_precompiled(widget_program widgetpch.h program earshot_no_keywords Qt6::Widgets)
endif()

function(earshot_precompile target)
    cmake_parse_arguments(arg "WIDGETS;WITH_KEYWORDS" "" "" ${ARGN})
    if(NOT EARSHOT_PCH) # every source may take these headers for granted
        set(header pch.h)
        if(arg_WIDGETS OR arg_WITH_KEYWORDS)
            set(header widgetpch.h)
        endif()
        target_compile_options(${target} PRIVATE -include "${PROJECT_SOURCE_DIR}/cmake/${header}")
        return()
    endif()
    get_target_property(type ${target} TYPE)
    set(kind library)
    if(type STREQUAL "EXECUTABLE")
        set(kind program)
    endif()
    set(prefix "")
    if(arg_WITH_KEYWORDS)
        set(prefix keyword_)
    elseif(arg_WIDGETS)
        set(prefix widget_)
    endif()
    target_precompile_headers(${target} REUSE_FROM earshot_pch_${prefix}${kind})
endfunction()

# earshot_add_library(name SOURCES … [LINK …] [PRIVATE_LINK …]) makes earshot_<name>, alias earshot::<name>. WIDGETS is
# for what people see, WITH_KEYWORDS for the few libraries whose dependencies need Qt's own keywords.
function(earshot_add_library name)
    cmake_parse_arguments(arg "WITH_KEYWORDS;WIDGETS" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    set(target earshot_${name})
    add_library(${target} STATIC ${arg_SOURCES})
    add_library(earshot::${name} ALIAS ${target})
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE earshot_options ${arg_PRIVATE_LINK})
    if(arg_WITH_KEYWORDS)
        earshot_precompile(${target} WITH_KEYWORDS)
    else()
        target_link_libraries(${target} PRIVATE earshot_no_keywords)
        if(arg_WIDGETS)
            earshot_precompile(${target} WIDGETS)
        else()
            earshot_precompile(${target})
        endif()
    endif()
endfunction()

# earshot_add_test(folder/tst_name LINK … [DATA folder] [TIMEOUT seconds]) makes the program tst_name from tst_name.cpp
# in the current folder and runs it without a display, in an odd zone and an odd locale. WIDGETS is for tests of what
# people see; DISPLAY gives one a display of its own (Xvfb).
function(earshot_add_test path)
    cmake_parse_arguments(arg "WIDGETS;DISPLAY" "DATA;TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    cmake_path(GET path FILENAME name)
    add_executable(${name} "${name}.cpp" ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE earshot_options earshot_no_keywords Qt6::Test ${arg_LINK})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    if(arg_DATA)
        target_compile_definitions(${name} PRIVATE EARSHOT_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/${arg_DATA}")
    endif()
    if(arg_WIDGETS)
        earshot_precompile(${name} WIDGETS)
    else()
        earshot_precompile(${name})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set(platform offscreen)
    if(arg_DISPLAY)
        set(platform xcb)
        add_test(NAME "${path}" COMMAND xvfb-run -a -s "-screen 0 1600x1000x24" $<TARGET_FILE:${name}>)
    else()
        add_test(NAME "${path}" COMMAND ${name})
    endif()
    set_tests_properties("${path}" PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=${platform};TZ=Asia/Kathmandu;LC_ALL=C.UTF-8;EARSHOT_BINARY=$<TARGET_FILE:earshot>;UBSAN_OPTIONS=print_stacktrace=1;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaksanitizer.supp:print_suppressions=0")
endfunction()
