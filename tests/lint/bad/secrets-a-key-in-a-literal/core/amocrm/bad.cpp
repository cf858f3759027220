// SPDX-License-Identifier: GPL-3.0-or-later
const char *apiKey = "f3b1c09d7a6e42518d9c0b7a";
