# The three kinds of target. A folder's CMakeLists.txt states what the folder may use; tests/lint holds the include lines to it.

# pfx_library(<name> [DEPENDS <folder>...] [LIBS <target>...] [EXCLUDE <regex>]): every source of the folder as the static library
# pfx_<name>, but those of EXCLUDE, which are another target's.
function(pfx_library name)
    cmake_parse_arguments(ARG "" "EXCLUDE" "DEPENDS;LIBS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    if(ARG_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX ${ARG_EXCLUDE})
    endif()
    list(TRANSFORM ARG_DEPENDS PREPEND pfx_)
    if(NOT sources MATCHES "[.]cpp")
        add_library(pfx_${name} INTERFACE)
        target_include_directories(pfx_${name} INTERFACE ${CMAKE_SOURCE_DIR})
        target_link_libraries(pfx_${name} INTERFACE ${ARG_DEPENDS} ${ARG_LIBS})
        return()
    endif()
    add_library(pfx_${name} STATIC ${sources})
    target_include_directories(pfx_${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(pfx_${name} PUBLIC ${ARG_DEPENDS} ${ARG_LIBS})
    pfx_precompile(pfx_${name} ${ARG_LIBS})
endfunction()

# pfx_precompile(<target> <Qt library>...): one precompiled header of the Qt modules the target links.
function(pfx_precompile target)
    set(headers <QByteArray> <QDateTime> <QHash> <QString> <QStringList> <QVariant> <QVector> <functional> <memory>
                <optional> <vector>)
    if("Qt6::Widgets" IN_LIST ARGN)
        list(APPEND headers <QtWidgets>)
    endif()
    if("Qt6::Test" IN_LIST ARGN)
        list(APPEND headers <QtTest>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers})
endfunction()

# Under ThreadSanitizer the scratch server of PostgreSQL is started by fork() while threads run, and must be.
set(pfx_tsan_options "TSAN_OPTIONS=die_after_fork=0:suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp")

# pfx_tests(<folder> [LABELS <label>...] [LIBS <target>...] [TIMEOUT s]): one QtTest program for each tst_*.cpp of the folder, named
# <folder>.<tst name>. Further sources of the folder are linked into each.
function(pfx_tests folder)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS;LIBS;ENVIRONMENT" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
    file(GLOB shared CONFIGURE_DEPENDS *.cpp)
    list(REMOVE_ITEM shared ${tests})
    if(shared)
        add_library(${folder}_test_shared STATIC ${shared})
        target_link_libraries(${folder}_test_shared PUBLIC ${ARG_LIBS} Qt6::Test)
    endif()
    foreach(source IN LISTS tests)
        get_filename_component(name ${source} NAME_WE)
        set(target ${folder}_${name})
        add_executable(${target} ${source})
        target_link_libraries(${target} PRIVATE ${ARG_LIBS} Qt6::Test)
        if(shared)
            target_link_libraries(${target} PRIVATE ${folder}_test_shared)
        endif()
        target_compile_definitions(${target} PRIVATE
            PFX_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" PFX_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
            PFX_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
        set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        add_test(NAME ${folder}.${name} COMMAND ${target})
        set_tests_properties(${folder}.${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;${pfx_tsan_options};${ARG_ENVIRONMENT}")
    endforeach()
endfunction()
