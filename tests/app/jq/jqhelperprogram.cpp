// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqhelper.h"

int main(int argc, char **argv)
{
    return earshot::isJqHelperCall(argc, argv) ? earshot::runJqHelper(argc, argv) : 2;
}
