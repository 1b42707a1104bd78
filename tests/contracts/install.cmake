# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs Prism as the lock file says: cmake -DSOURCE=… -DTARGET=… -P install.cmake. Nothing is done where that is there
# already. Runs no scripts of packages.

find_program(NPM npm)
find_program(NODE NAMES node nodejs)
if(NOT NPM OR NOT NODE)
    message(FATAL_ERROR "The contracts of the CRMs are played by Prism, which needs node and npm. On Debian: apt install nodejs npm")
endif()

file(SHA256 "${SOURCE}/package-lock.json" wanted)
set(stamp "${TARGET}/installed.sha256")
if(EXISTS "${stamp}" AND EXISTS "${TARGET}/node_modules/.bin/prism")
    file(READ "${stamp}" installed)
    if(installed STREQUAL wanted)
        return()
    endif()
endif()

file(REMOVE "${stamp}")
file(MAKE_DIRECTORY "${TARGET}")
file(COPY "${SOURCE}/package.json" "${SOURCE}/package-lock.json" DESTINATION "${TARGET}")
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund
    WORKING_DIRECTORY "${TARGET}" RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm ci could not install Prism from tests/contracts/package-lock.json; is the npm registry within reach?\n${output}")
endif()
file(WRITE "${stamp}" "${wanted}")
