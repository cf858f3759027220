// SPDX-License-Identifier: GPL-3.0-or-later
#include <qt6keychain/keychain.h>
