#pragma once

#include <stddef.h>
#include <stdint.h>

/// The SHA-256 digest (FIPS 180-4) of so many bytes.
void nbrun_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

/// The same without instructions that only some processors have.
void nbrun_sha256_portably(const uint8_t *bytes, size_t count, uint8_t digest[32]);
