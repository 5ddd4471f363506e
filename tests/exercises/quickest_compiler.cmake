# A learner waits for the compiler at every save, so the checks are built with the quickest that is there: Clang answers in
# half the time that GCC takes, and mold links in a third. To be included before project(); CXX, where it is set, has its way.

# Whether a compiler makes a program that AddressSanitizer watches: on some machines Clang comes without what it takes.
function(can_make_checks compiler result)
  set(probe ${CMAKE_BINARY_DIR}/probe)
  file(WRITE ${probe}.cpp "#include <vector>\nint main() { return std::vector<int>().empty() ? 0 : 1; }\n")
  execute_process(COMMAND ${compiler} -std=c++20 -fsanitize=address ${ARGN} ${probe}.cpp -o ${probe}
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
  if(failed)
    set(${result} NO PARENT_SCOPE)
  else()
    set(${result} YES PARENT_SCOPE)
  endif()
endfunction()

if(NOT DEFINED CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX})
  find_program(clang clang++)
  if(clang)
    can_make_checks(${clang} works)
    if(works)
      set(CMAKE_CXX_COMPILER ${clang})
    endif()
  endif()

  set(compiler c++)
  if(DEFINED CMAKE_CXX_COMPILER)
    set(compiler ${CMAKE_CXX_COMPILER})
  endif()
  can_make_checks(${compiler} works -fuse-ld=mold)
  if(works)
    foreach(kind EXE SHARED)
      set(CMAKE_${kind}_LINKER_FLAGS_INIT -fuse-ld=mold)
    endforeach()
  endif()
endif()
