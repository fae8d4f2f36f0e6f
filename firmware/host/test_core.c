/* The core under the address and undefined-behaviour sanitizers: `make test`. Exits 0 when all holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "patella.h"

#define CHECK(what)                                                     \
    do {                                                                \
        if (!(what)) {                                                  \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);  \
            exit(1);                                                    \
        }                                                               \
    } while (0)

static const patella_info_t OUT_OF_THE_BOX = {
    .declares_mounting = 1, .role = PATELLA_THIGH, .side = PATELLA_RIGHT, .hardware = 1, .output_rate_hz = 1660,
    .serial = 0x0123456789ABCDEF, .boot_id = 0xCAFEBABE, .dropped = 12, .acc_range_g = 16, .samples_cap = 19,
    .gyr_range_dps = 2000, .rate_hz = 200, .samples = 4, .acc_ranges = 0x0F, .gyr_ranges = 0x1F, .rates = 0x1F};

static uint32_t random_state = 1;

static uint32_t random_u32(void) { /* xorshift, the same on every machine */
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return random_state;
}

static patella_sensor_t connected_sensor(void) {
    patella_sensor_t sensor;
    patella_sensor_init(&sensor, &OUT_OF_THE_BOX);
    patella_connected(&sensor, 247);
    return sensor;
}

static patella_status_t ask(patella_sensor_t *sensor, const char *bytes, size_t length) {
    uint8_t reply[PATELLA_MAX_REPLY];
    patella_action_t action;
    size_t replied = patella_control(sensor, (const uint8_t *)bytes, length, 0, reply, &action);
    CHECK(replied == 3);
    return (patella_status_t)reply[2];
}

static void test_default_stream_fills_60_bytes(void) {
    patella_sensor_t sensor = connected_sensor();
    const int16_t still[6] = {0, 2048, 0, 0, 0, 0};
    CHECK(ask(&sensor, "\x01\x07\xc8\x00\x04", 5) == PATELLA_OK);
    for (uint32_t packet = 0; packet < 70000; packet++) { /* through the wrap of seq */
        for (uint32_t i = 0; i < 4; i++) {
            size_t length = patella_sample(&sensor.builder, still, packet * 20000 + i * 5000);
            CHECK(length == (i == 3 ? 60u : 0u));
        }
        CHECK((sensor.builder.payload[4] | sensor.builder.payload[5] << 8) == (int)(packet & 0xFFFF));
        CHECK(sensor.builder.payload[1] == (packet == 0 ? PATELLA_GAP : 0));
    }
}

static void test_largest_packet_fills_its_buffer(void) {
    patella_sensor_t sensor = connected_sensor();
    const int16_t rail[6] = {-32768, -32768, -32768, 32767, 0, 0};
    CHECK(ask(&sensor, "\x01\x00\x90\x01\xff", 5) == PATELLA_UNSUPPORTED);
    CHECK(ask(&sensor, "\x01\x00\x90\x01\x13", 5) == PATELLA_OK);
    size_t length = 0;
    for (uint32_t i = 0; i < PATELLA_MAX_SAMPLES; i++) {
        CHECK(length == 0);
        length = patella_sample(&sensor.builder, rail, i * 2500);
    }
    CHECK(length == PATELLA_MAX_PACKET);
    CHECK(sensor.builder.payload[1] ==
          (PATELLA_GAP | PATELLA_CONFIGURATION_CHANGED | PATELLA_ACC_SATURATED | PATELLA_GYR_SATURATED |
           PATELLA_IMPACT));
    CHECK((sensor.builder.payload[240] | sensor.builder.payload[241] << 8) == 56756); /* 32768 sqrt 3 */
}

static void test_small_mtu_and_long_packets_take_fewer_samples(void) {
    patella_sensor_t sensor = connected_sensor();
    patella_connected(&sensor, 23);
    CHECK(sensor.info.samples_cap == 1);
    CHECK(ask(&sensor, "\x01\x00\xc8\x00\x04", 5) == PATELLA_OK && sensor.info.samples == 1);
    patella_disconnected(&sensor);
    CHECK(!sensor.streaming);
    patella_connected(&sensor, 517);
    CHECK(sensor.info.samples_cap == PATELLA_MAX_SAMPLES);
    CHECK(ask(&sensor, "\x01\x00\x19\x00\x13", 5) == PATELLA_OK && sensor.info.samples == 1);
    CHECK(ask(&sensor, "\x01\x00\x64\x00\x13", 5) == PATELLA_OK && sensor.info.samples == 6);
}

static void test_range_waits_for_the_end_of_the_stream(void) {
    patella_sensor_t sensor = connected_sensor();
    CHECK(ask(&sensor, "\x01\x00\xc8\x00\x04", 5) == PATELLA_OK);
    CHECK(ask(&sensor, "\x03\x00\x08\xe8\x03", 5) == PATELLA_BUSY);
    CHECK(ask(&sensor, "\x02\x00", 2) == PATELLA_OK);
    CHECK(ask(&sensor, "\x03\x00\x20\xe8\x03", 5) == PATELLA_UNSUPPORTED); /* 32 g: not this part */
    CHECK(ask(&sensor, "\x03\x00\x08\xe8\x03", 5) == PATELLA_OK);
    CHECK(sensor.info.acc_range_g == 8 && sensor.info.gyr_range_dps == 1000);
}

static void test_a_dropped_packet_is_counted_and_flagged(void) {
    patella_sensor_t sensor = connected_sensor();
    const int16_t still[6] = {0, 2048, 0, 0, 0, 0};
    CHECK(ask(&sensor, "\x01\x00\x64\x00\x01", 5) == PATELLA_OK);
    CHECK(patella_sample(&sensor.builder, still, 0) == 24);
    patella_dropped(&sensor);
    CHECK(patella_sample(&sensor.builder, still, 10000) == 24);
    CHECK(sensor.builder.payload[1] == PATELLA_GAP && sensor.info.dropped == 13);
    CHECK(patella_sample(&sensor.builder, still, 20000) == 24 && sensor.builder.payload[1] == 0);
}

/* Half-sines of a height and width at given times, on 1 g; true when a double tap was seen. */
static bool hears(const uint32_t *starts_ms, int knocks, uint32_t width_us, int16_t height) {
    patella_tap_t tap;
    patella_tap_init(&tap, 16, 0);
    int heard = 0;
    for (uint32_t t = 0; t < 3000000; t += 600) {
        int16_t acc[3] = {0, 2048, 0};
        for (int i = 0; i < knocks; i++) {
            uint32_t since = t - starts_ms[i] * 1000;
            if (since < width_us) {
                acc[2] = height;
            }
        }
        heard += patella_tap(&tap, acc, t);
    }
    CHECK(heard <= 1);
    return heard == 1;
}

static void test_only_two_short_knocks_are_a_double_tap(void) {
    const uint32_t pair[] = {1000, 1180}, slow[] = {1000, 1400}, three[] = {1000, 1180, 1360};
    const uint32_t restless[] = {700, 1000, 1180}, twice[] = {600, 780, 1700, 1880};
    CHECK(hears(pair, 2, 4000, 8192));
    CHECK(!hears(pair, 2, 4000, 3000));   /* too soft */
    CHECK(!hears(pair, 2, 25000, 8192));  /* landings are long */
    CHECK(!hears(pair, 1, 4000, 8192));   /* one knock */
    CHECK(!hears(slow, 2, 4000, 8192));   /* hops are slow */
    CHECK(!hears(three, 3, 4000, 8192));
    CHECK(!hears(restless, 3, 4000, 8192));
    patella_tap_t tap;
    int heard = 0;
    patella_tap_init(&tap, 16, 0xFFF00000u); /* through the wrap of time */
    for (uint32_t t = 0; t < 4000000; t += 600) {
        int16_t acc[3] = {0, 2048, 0};
        for (int i = 0; i < 4; i++) {
            if (t - twice[i] * 1000 < 4000) {
                acc[0] = 8192;
            }
        }
        heard += patella_tap(&tap, acc, 0xFFF00000u + t);
    }
    CHECK(heard == 2);
}

static void test_whatever_the_host_writes(void) {
    patella_sensor_t sensor = connected_sensor();
    for (int round = 0; round < 1000000; round++) {
        uint8_t *written = malloc(8), reply[PATELLA_MAX_REPLY]; /* exact size, so that the sanitizer sees each read */
        size_t length = random_u32() % 9;
        patella_action_t action;
        for (size_t i = 0; i < length; i++) {
            written[i] = (uint8_t)(random_u32() >> 8);
        }
        if (length) {
            written[0] = (uint8_t)(random_u32() % 0x24);
        }
        written = realloc(written, length ? length : 1);
        size_t replied = patella_control(&sensor, written, length, random_u32(), reply, &action);
        CHECK(replied == (length < 2 ? 0u : written[0] == 0x10 && reply[2] == PATELLA_OK ? 11u : 3u));
        CHECK(action == PATELLA_DO_NOTHING || reply[2] == PATELLA_OK);
        CHECK(sensor.info.samples >= 1 && sensor.info.samples <= sensor.info.samples_cap);
        free(written);
        if (sensor.streaming) {
            int16_t counts[6];
            for (int i = 0; i < 6; i++) {
                counts[i] = (int16_t)random_u32();
            }
            CHECK(patella_sample(&sensor.builder, counts, random_u32()) <= PATELLA_MAX_PACKET);
        }
    }
}

int main(void) {
    test_default_stream_fills_60_bytes();
    test_largest_packet_fills_its_buffer();
    test_small_mtu_and_long_packets_take_fewer_samples();
    test_range_waits_for_the_end_of_the_stream();
    test_a_dropped_packet_is_counted_and_flagged();
    test_only_two_short_knocks_are_a_double_tap();
    test_whatever_the_host_writes();
    puts("the core holds");
    return 0;
}
