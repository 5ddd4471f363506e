# What clang-tidy has to say about some sources.
#
#   cmake -D VERSION=19 -D UNIT=FILE -D TOGETHER=PATTERNS -D APART=PATTERNS -D EXCEPT=REGEX -P linting.cmake -- OPTIONS...
#
# Most of its time goes into the headers of xtensor and Catch2, so it reads many sources as one, which is written to UNIT:
# those of a library one after the other, as in a unity build; programs and tests, which may use each other's names, each in a
# namespace of its own. Patterns are relative to the project's folder, with | between them; OPTIONS are for the compiler.
get_filename_component(project ${CMAKE_CURRENT_LIST_DIR}/../.. ABSOLUTE)
find_program(CLANG_TIDY clang-tidy-${VERSION})
if(NOT DEFINED ENV{CI})
  message("skipped: this takes long, and is done where CI is set.")
  return()
elseif(NOT CLANG_TIDY)
  message("skipped: clang-tidy is missing (Debian, Ubuntu: apt install clang-tidy-${VERSION})")
  return()
endif()

# Not written as one would write, on purpose: to be wrong, to be unfinished, to make Catch2's own code, to be vectorised.
set(exempt /broken/ /dying/ /mistakes.cpp /crashes.cpp /stub.cpp /catch_main.cpp /check_main.cpp /precompiled.cpp /limit.cpp /reading.cpp)

function(find_sources result patterns)
  string(REPLACE "|" ";" patterns "${patterns}")
  list(TRANSFORM patterns PREPEND ${project}/)
  file(GLOB found RELATIVE ${project} ${patterns})
  foreach(part IN LISTS exempt EXCEPT)
    list(FILTER found EXCLUDE REGEX ${part})
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()
find_sources(together "${TOGETHER}")
find_sources(apart "${APART}")
list(REMOVE_ITEM together ${apart})

# What a chapter's program draws is its own business, and two programs may give it one name: these headers are read where the
# program includes them.
set(drawing "/(show/[a-z_]+|show|wall|graph|draw_[a-z]+)\\.hpp")
set(drawings "")
foreach(source IN LISTS apart)
  if(source MATCHES "^chapters/[^/]+/")
    file(GLOB headers RELATIVE ${project} ${project}/${CMAKE_MATCH_0}*.hpp ${project}/${CMAKE_MATCH_0}*/*.hpp)
    list(APPEND drawings ${headers})
  endif()
endforeach()
list(FILTER drawings INCLUDE REGEX ${drawing})
list(REMOVE_DUPLICATES drawings)

# What sources include goes to the top, with the conditions it is under: no other header can be read inside of a namespace.
set(includes "")
foreach(source IN LISTS together apart drawings)
  file(STRINGS ${project}/${source} lines REGEX "^#(include|if|else|elif|endif)")
  list(FILTER lines EXCLUDE REGEX ${drawing})
  set(block "")
  set(depth 0)
  foreach(line IN LISTS lines)
    string(APPEND block "${line}\n")
    if(line MATCHES "^#if")
      math(EXPR depth "${depth} + 1")
    elseif(line MATCHES "^#endif")
      math(EXPR depth "${depth} - 1")
    endif()
    if(depth EQUAL 0)
      if(block MATCHES "#include")
        list(APPEND includes ${block})
      endif()
      set(block "")
    endif()
  endforeach()
endforeach()
list(REMOVE_DUPLICATES includes)
list(JOIN includes "" includes)

set(sources "")
foreach(source IN LISTS together)
  string(APPEND sources "#include \"${source}\"\n")
endforeach()
foreach(source IN LISTS apart)
  string(MAKE_C_IDENTIFIER ${source} name)
  string(APPEND sources "namespace of_${name}\n{\n")
  file(STRINGS ${project}/${source} namespaces REGEX "^namespace [a-z_:]+$")
  if(drawings)
    list(APPEND namespaces "namespace attention")
    list(REMOVE_DUPLICATES namespaces)
  endif()
  foreach(namespace IN LISTS namespaces)
    string(REPLACE "namespace " "" namespace ${namespace})
    string(APPEND sources "namespace ${namespace}\n{\nusing namespace ::${namespace};\n}\n")
  endforeach()
  string(APPEND sources "#include \"${source}\"\n}\n")
endforeach()
file(WRITE ${UNIT} "${includes}${sources}")

include(${project}/tests/words_after_dashes.cmake)

execute_process(COMMAND ${CLANG_TIDY} --quiet --config-file=${project}/.clang-tidy --checks=-bugprone-suspicious-include
    ${UNIT} -- -std=c++20 -Wreserved-identifier -I${project} -I${project}/chapters ${command}
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "clang-tidy is not content.")
endif()
