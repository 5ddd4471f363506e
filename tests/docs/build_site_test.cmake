# Builds the site, warnings taken for errors. Where there is no Doxygen, ctest reports the test as skipped.
find_program(DOXYGEN doxygen)
if(NOT DOXYGEN)
  message("skipped: Doxygen is missing (Debian, Ubuntu: apt install doxygen, or ./learn docs)")
  return()
endif()
execute_process(COMMAND ${CMAKE_COMMAND} --workflow --preset docs COMMAND_ERROR_IS_FATAL ANY)
