/* The packet builder with its impact trailer, and the peak hold behind it. */
#include "patella.h"
#include "wire.h"

#define FULL_SCALE 32768u
#define RAIL 32767
#define IMPACT_G 2u

uint32_t patella_squared(const int16_t acc[3]) {
    uint32_t sum = 0;
    for (int i = 0; i < 3; i++) {
        sum += (uint32_t)((int32_t)acc[i] * acc[i]);
    }
    return sum;
}

/* Nearest integer to the square root. */
static uint32_t root(uint32_t square) {
    uint32_t whole = 0;
    for (uint32_t bit = 1u << 15; bit; bit >>= 1) {
        uint32_t tried = whole + bit;
        if (tried * tried <= square) {
            whole = tried;
        }
    }
    return square - whole * whole > whole ? whole + 1 : whole;
}

static bool at_rail(const int16_t values[3]) {
    for (int i = 0; i < 3; i++) {
        if (values[i] >= RAIL || values[i] <= -RAIL) {
            return true;
        }
    }
    return false;
}

static void begin_packet(patella_builder_t *builder) {
    builder->filled = 0;
    builder->flags = 0;
    builder->peak_squared = 0;
}

void patella_builder_start(patella_builder_t *builder, uint16_t rate_hz, uint8_t samples, uint8_t acc_range_g) {
    uint32_t impact = IMPACT_G * FULL_SCALE / acc_range_g;
    uint8_t pending = builder->flags & PATELLA_CONFIGURATION_CHANGED;
    begin_packet(builder);
    builder->flags = (uint8_t)(pending | PATELLA_GAP);
    builder->samples = samples <= PATELLA_MAX_SAMPLES ? samples : PATELLA_MAX_SAMPLES;
    builder->dt_us = (uint16_t)((1000000u + rate_hz / 2u) / rate_hz);
    builder->impact_squared = impact * impact;
}

void patella_flag(patella_builder_t *builder, uint8_t flag) {
    builder->flags |= flag;
}

void patella_peak(patella_builder_t *builder, const int16_t acc[3], uint32_t t_us) {
    uint32_t squared = patella_squared(acc);
    if (at_rail(acc)) {
        builder->flags |= PATELLA_ACC_SATURATED;
    }
    if (squared > builder->peak_squared) {
        builder->peak_squared = squared;
        builder->peak_us = t_us;
    }
}

/* A peak in the part of the span before the first sample is sent with the offset 0. */
static uint32_t peak_offset_us(const patella_builder_t *builder) {
    uint32_t offset = builder->peak_us - builder->t0_us;
    return offset <= UINT16_MAX ? offset : 0;
}

static size_t finish_packet(patella_builder_t *builder) {
    uint8_t *at = builder->payload + PATELLA_HEADER_BYTES + PATELLA_SAMPLE_BYTES * builder->filled;
    if (builder->peak_squared >= builder->impact_squared) {
        builder->flags |= PATELLA_IMPACT;
        at = patella_put16(at, root(builder->peak_squared));
        at = patella_put16(at, peak_offset_us(builder));
    }
    uint8_t *head = builder->payload;
    head = patella_put8(head, PATELLA_VERSION);
    head = patella_put8(head, builder->flags);
    head = patella_put8(head, builder->filled);
    head = patella_put8(head, 0);
    head = patella_put16(head, builder->seq);
    head = patella_put16(head, builder->dt_us);
    patella_put32(head, builder->t0_us);
    builder->seq++;
    begin_packet(builder);
    return (size_t)(at - builder->payload);
}

size_t patella_sample(patella_builder_t *builder, const int16_t counts[6], uint32_t t_us) {
    uint8_t *at = builder->payload + PATELLA_HEADER_BYTES + PATELLA_SAMPLE_BYTES * builder->filled;
    if (builder->filled == 0) {
        builder->t0_us = t_us;
    }
    patella_peak(builder, counts, t_us);
    if (at_rail(counts + 3)) {
        builder->flags |= PATELLA_GYR_SATURATED;
    }
    for (int i = 0; i < 6; i++) {
        at = patella_put16(at, (uint16_t)counts[i]);
    }
    builder->filled++;
    return builder->filled < builder->samples ? 0 : finish_packet(builder);
}

void patella_dropped(patella_sensor_t *sensor) {
    sensor->info.dropped++;
    patella_flag(&sensor->builder, PATELLA_GAP);
}
