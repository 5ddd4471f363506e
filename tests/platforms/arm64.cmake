# Programs for 64-bit Arm, made on another machine and run by QEMU. SYSROOT is a folder with the libraries they need.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SYSROOT)
set(CMAKE_FIND_ROOT_PATH ${SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
foreach(kind LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)
endforeach()

# What the libraries themselves need, the linker must find too.
set(CMAKE_EXE_LINKER_FLAGS_INIT
  "-Wl,-rpath-link,${SYSROOT}/usr/lib/aarch64-linux-gnu:${SYSROOT}/lib/aarch64-linux-gnu")

# Where Debian keeps OpenBLAS's header until the package is set up, which it cannot be here.
set(CMAKE_CXX_STANDARD_INCLUDE_DIRECTORIES ${SYSROOT}/usr/include/aarch64-linux-gnu/openblas-pthread)
