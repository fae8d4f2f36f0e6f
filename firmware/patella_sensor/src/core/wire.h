/* Little-endian bytes, on any machine. */
#ifndef PATELLA_WIRE_H
#define PATELLA_WIRE_H

#include <stdint.h>

static inline uint8_t *patella_put8(uint8_t *at, uint32_t value) {
    *at = (uint8_t)value;
    return at + 1;
}

static inline uint8_t *patella_put16(uint8_t *at, uint32_t value) {
    return patella_put8(patella_put8(at, value), value >> 8);
}

static inline uint8_t *patella_put32(uint8_t *at, uint32_t value) {
    return patella_put16(patella_put16(at, value), value >> 16);
}

static inline uint16_t patella_get16(const uint8_t *at) {
    return (uint16_t)(at[0] | (uint16_t)at[1] << 8);
}

static inline uint32_t patella_get32(const uint8_t *at) {
    return patella_get16(at) | (uint32_t)patella_get16(at + 2) << 16;
}

#endif
