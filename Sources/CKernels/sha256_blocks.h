#pragma once

#include <stddef.h>
#include <stdint.h>

/// Takes blocks of 64 bytes into the state.
typedef void (*sha256_block_adder)(uint32_t state[8], const uint8_t *bytes, size_t blocks);

extern const uint32_t sha256_round_constants[64];

/// The adder that uses the processor's own instructions for SHA-256, five times as fast; NULL where there are none.
sha256_block_adder sha256_machine_adder(void);
