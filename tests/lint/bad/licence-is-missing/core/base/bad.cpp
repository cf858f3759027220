namespace pfx::base {}
