# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The Debian package: `cpack -G DEB` in a build folder, or packaging/deb.

include(GNUInstallDirs)
install(FILES packaging/debian/copyright README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/linux/org.earshot.Earshot.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/linux/org.earshot.Earshot.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/linux/org.earshot.Earshot.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES docs/service.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
# systemd looks here on every architecture.
install(FILES packaging/linux/earshot.service DESTINATION lib/systemd/system)
install(FILES packaging/linux/user/earshot.service DESTINATION lib/systemd/user)
install(FILES packaging/linux/earshot.sysusers.conf DESTINATION lib/sysusers.d RENAME earshot.conf)

set(CPACK_GENERATOR "DEB")
set(CPACK_PACKAGE_NAME "earshot")
set(CPACK_PACKAGE_VENDOR "The Earshot authors")
set(CPACK_PACKAGE_CONTACT "The Earshot authors <authors@earshot.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Monitor for conversation and call webhooks")
set(CPACK_PACKAGE_DESCRIPTION "Earshot receives the webhooks of conversation and telephony platforms, keeps every delivery,
shows what became of each call and chat, counts and exports outcomes, and forwards conversations
to other systems. One program and one file of data, without a cloud account.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
# Folders in a package are 0755, whatever the umask of who packs it.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/packaging/debian/postinst;${PROJECT_SOURCE_DIR}/packaging/debian/prerm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION "net")
set(CPACK_DEBIAN_PACKAGE_PRIORITY "optional")
# The program's own libraries are found by dpkg-shlibdeps. Qt's driver of the store and the zones are loaded at run time;
# its plugins for X come with libqt6gui6.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, tzdata")
# Qt's own words in the window's language; without them a few buttons stay English.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, qt6-translations-l10n, fonts-inter, qt6-wayland")
# For a tunnel by ssh -R.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openssh-client")
include(CPack)
