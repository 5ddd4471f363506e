# Runs a long test, unless it has passed before and no file of the project has changed since.
#
#   cmake -D NAME=triage_test -D STAMPS=FOLDER -P unless_unchanged.cmake -- COMMAND ARGUMENTS...
#
# What a test passed with is kept in the folder STAMPS: one fingerprint of all files. A learner's answers are not among them.
set(project ${CMAKE_CURRENT_LIST_DIR}/..)
file(GLOB_RECURSE files RELATIVE ${project} ${project}/chapters/* ${project}/common/* ${project}/docs/* ${project}/solutions/*
  ${project}/tests/* ${project}/exercises/*.md ${project}/exercises/CMakeLists.txt)
list(APPEND files CMakeLists.txt CMakePresets.json README.md learn)
set(all "")
foreach(file IN LISTS files)
  file(SHA256 ${project}/${file} hash)
  string(APPEND all "${file} ${hash}\n")
endforeach()
string(SHA256 fingerprint "${all}")

set(stamp ${STAMPS}/${NAME})
if(EXISTS ${stamp})
  file(READ ${stamp} passed_with)
  if(passed_with STREQUAL fingerprint)
    message("It passed before, and nothing has changed since. To run it again: rm ${stamp}")
    return()
  endif()
endif()

set(command "")
set(ours YES)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(NOT ours)
    list(APPEND command "${CMAKE_ARGV${i}}")
  elseif(CMAKE_ARGV${i} STREQUAL "--")
    set(ours NO)
  endif()
endforeach()
execute_process(COMMAND ${command} OUTPUT_VARIABLE words ERROR_VARIABLE words ECHO_OUTPUT_VARIABLE ECHO_ERROR_VARIABLE
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${NAME} failed: ${failed}")
endif()
if(NOT words MATCHES "skipped: ")
  file(WRITE ${stamp} ${fingerprint})
endif()
