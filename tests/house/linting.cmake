# Runs clang-tidy over many files as one, where CI is set: it takes minutes.
#
#   cmake -D VERSION=19 -D ROOM=chapters -D APART=PATTERNS -D TOGETHER=PATTERNS -D OUT=FOLDER -P linting.cmake
#
# The patterns have | between them, and begin in the project's folder.
if(NOT DEFINED ENV{CI})
  message("skipped: clang-tidy takes minutes, so it runs where CI is set")
  return()
endif()
find_program(CLANG_TIDY clang-tidy-${VERSION})
if(NOT CLANG_TIDY)
  message("skipped: clang-tidy is missing (Debian, Ubuntu: apt install clang-tidy-${VERSION})")
  return()
endif()
get_filename_component(project ${CMAKE_CURRENT_LIST_DIR}/../.. ABSOLUTE)

# The files of some patterns; the kernels of other processors and programs among the files of a library are left out.
function(files_of patterns result)
  set(files "")
  string(REPLACE "|" ";" patterns "${patterns}")
  foreach(pattern IN LISTS patterns)
    if(pattern MATCHES "/\\*/")
      file(GLOB found ${project}/${pattern})
    else()
      file(GLOB_RECURSE found ${project}/${pattern})
    endif()
    list(APPEND files ${found})
  endforeach()
  set(${result} ${files} PARENT_SCOPE)
endfunction()

files_of("${TOGETHER}" together)
files_of("${APART}" apart)

# What those in a namespace of their own include comes before it: an include inside it then finds nothing left to do.
set(includes "")
foreach(file IN LISTS apart)
  file(STRINGS ${file} lines REGEX "^#include ")
  list(APPEND includes ${lines})
endforeach()
list(REMOVE_DUPLICATES includes)
list(JOIN includes "\n" unit)
foreach(file IN LISTS together)
  string(APPEND unit "\n#include \"${file}\"")
endforeach()
string(APPEND unit "\nnamespace attention {}\n")
foreach(file IN LISTS apart)
  string(MAKE_C_IDENTIFIER ${file} name)
  string(APPEND unit "namespace of${name}\n{\nnamespace attention { using namespace ::attention; }\n#include \"${file}\"\n}\n")
endforeach()
file(WRITE ${OUT}/linting_${ROOM}.cpp "${unit}")
execute_process(COMMAND ${CLANG_TIDY} --quiet --config-file=${project}/.clang-tidy --checks=-bugprone-suspicious-include
    ${OUT}/linting_${ROOM}.cpp -- -std=c++20 -I${project} -I${project}/chapters -DPROJECT_FOLDER="" -DBUILD_FOLDER=""
  COMMAND_ERROR_IS_FATAL ANY)
