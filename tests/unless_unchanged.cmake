# Runs a long test, unless it has passed before and nothing that it depends on has changed since.
#
#   cmake -D NAME=triage_test -D STAMPS=FOLDER -D INPUTS=FILES -P unless_unchanged.cmake -- COMMAND ARGUMENTS...
#
# INPUTS are files, folders and patterns (of names in a folder and in all below), with | between them, absolute or from the
# project's folder. What a test passed with is kept in the folder STAMPS: a fingerprint of their contents and of the command.
set(project ${CMAKE_CURRENT_LIST_DIR}/..)
string(REPLACE "|" ";" inputs "${INPUTS}")
set(files "")
foreach(input IN LISTS inputs)
  get_filename_component(input ${input} ABSOLUTE BASE_DIR ${project})
  if(IS_DIRECTORY ${input})
    string(APPEND input "/*")
  endif()
  if(EXISTS ${input})
    set(found ${input})
  else()
    file(GLOB_RECURSE found ${input})
  endif()
  if(NOT found)
    message(FATAL_ERROR "${NAME} is said to depend on ${input}, but there is no such thing. Is it built?")
  endif()
  list(APPEND files ${found})
endforeach()

include(${CMAKE_CURRENT_LIST_DIR}/words_after_dashes.cmake)

set(all "${command}\n")
foreach(file IN LISTS files)
  file(SHA256 ${file} hash)
  string(APPEND all "${file} ${hash}\n")
endforeach()
string(SHA256 fingerprint "${all}")

set(stamp ${STAMPS}/${NAME})
if(EXISTS ${stamp})
  file(READ ${stamp} passed_with)
  if(passed_with STREQUAL fingerprint)
    message("It passed before, and nothing that it depends on has changed since. To run it again: rm ${stamp}")
    return()
  endif()
endif()

execute_process(COMMAND ${command} OUTPUT_VARIABLE words ERROR_VARIABLE words ECHO_OUTPUT_VARIABLE ECHO_ERROR_VARIABLE
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${NAME} failed: ${failed}")
endif()
if(NOT words MATCHES "skipped: ")
  file(WRITE ${stamp} ${fingerprint})
endif()
