/* CONTROL and INFO: what the host may ask, and what the sensor says about itself. */
#include <string.h>

#include "patella.h"
#include "wire.h"

#define REPLY 0x80
#define REPLY_BYTES 3
#define ATT_BYTES 3
#define LONGEST_PACKET_US 65535u
#define COUNT_OF(table) (sizeof(table) / sizeof(table)[0])

enum { START = 0x01, STOP, RANGE, IDENTIFY, SET_ROLE, CONN_INTERVAL, SYNC = 0x10, RESET_STATS = 0x20 };

static const uint16_t ACC_RANGES_G[] = {2, 4, 8, 16, 32};
static const uint16_t GYR_RANGES_DPS[] = {125, 250, 500, 1000, 2000, 4000};
static const uint16_t RATES_HZ[] = {25, 50, 100, 200, 400};

static bool offered(uint8_t mask, const uint16_t *table, size_t count, uint16_t value) {
    for (size_t i = 0; i < count; i++) {
        if (table[i] == value) {
            return mask >> i & 1;
        }
    }
    return false;
}

static uint8_t samples_that_fit(const patella_info_t *info, uint16_t rate_hz, uint8_t wish) {
    uint32_t most = LONGEST_PACKET_US * rate_hz / 1000000u;
    most = most < info->samples_cap ? most : info->samples_cap;
    most = most < wish ? most : wish;
    return (uint8_t)(most ? most : 1);
}

void patella_sensor_init(patella_sensor_t *sensor, const patella_info_t *info) {
    memset(sensor, 0, sizeof *sensor);
    sensor->info = *info;
}

void patella_connected(patella_sensor_t *sensor, uint16_t mtu) {
    int room = mtu - ATT_BYTES - PATELLA_HEADER_BYTES - PATELLA_TRAILER_BYTES;
    int cap = room / PATELLA_SAMPLE_BYTES;
    cap = cap < 1 ? 1 : cap > PATELLA_MAX_SAMPLES ? PATELLA_MAX_SAMPLES : cap;
    sensor->info.samples_cap = (uint8_t)cap;
    if (sensor->info.samples > cap) {
        sensor->info.samples = (uint8_t)cap;
    }
}

void patella_disconnected(patella_sensor_t *sensor) {
    sensor->streaming = false;
}

static patella_status_t start(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    patella_info_t *info = &sensor->info;
    uint16_t rate_hz = patella_get16(args);
    if (!offered(info->rates, RATES_HZ, COUNT_OF(RATES_HZ), rate_hz) || args[2] < 1 ||
        args[2] > PATELLA_MAX_SAMPLES) {
        return PATELLA_UNSUPPORTED;
    }
    uint8_t samples = samples_that_fit(info, rate_hz, args[2]);
    bool same = info->rate_hz == rate_hz && info->samples == samples;
    if (sensor->streaming && same) {
        return PATELLA_OK;
    }
    if (!same) {
        patella_flag(&sensor->builder, PATELLA_CONFIGURATION_CHANGED);
    }
    info->rate_hz = rate_hz;
    info->samples = samples;
    sensor->streaming = true;
    patella_builder_start(&sensor->builder, rate_hz, samples, info->acc_range_g);
    *action = PATELLA_DO_START;
    return PATELLA_OK;
}

static patella_status_t stop(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    (void)args;
    sensor->streaming = false;
    *action = PATELLA_DO_STOP;
    return PATELLA_OK;
}

static patella_status_t range(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    patella_info_t *info = &sensor->info;
    uint16_t gyr_range_dps = patella_get16(args + 1);
    if (sensor->streaming) {
        return PATELLA_BUSY;
    }
    if (!offered(info->acc_ranges, ACC_RANGES_G, COUNT_OF(ACC_RANGES_G), args[0]) ||
        !offered(info->gyr_ranges, GYR_RANGES_DPS, COUNT_OF(GYR_RANGES_DPS), gyr_range_dps)) {
        return PATELLA_UNSUPPORTED;
    }
    info->acc_range_g = args[0];
    info->gyr_range_dps = gyr_range_dps;
    patella_flag(&sensor->builder, PATELLA_CONFIGURATION_CHANGED);
    *action = PATELLA_DO_RANGE;
    return PATELLA_OK;
}

static patella_status_t identify(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    sensor->identify_s = args[0];
    *action = PATELLA_DO_IDENTIFY;
    return PATELLA_OK;
}

static patella_status_t set_role(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    if (args[0] > PATELLA_SHANK || args[1] > PATELLA_RIGHT) {
        return PATELLA_UNSUPPORTED;
    }
    sensor->info.role = args[0];
    sensor->info.side = args[1];
    *action = PATELLA_DO_STORE_ROLE;
    return PATELLA_OK;
}

static patella_status_t conn_interval(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    uint16_t units = patella_get16(args);
    if (units < 6 || units > 3200) {
        return PATELLA_UNSUPPORTED;
    }
    sensor->interval_units = units;
    *action = PATELLA_DO_INTERVAL;
    return PATELLA_OK;
}

static patella_status_t sync(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    (void)sensor, (void)args, (void)action; /* patella_control answers it */
    return PATELLA_OK;
}

static patella_status_t reset_stats(patella_sensor_t *sensor, const uint8_t *args, patella_action_t *action) {
    (void)args, (void)action;
    sensor->info.dropped = 0;
    return PATELLA_OK;
}

static const struct {
    uint8_t op, args;
    patella_status_t (*obey)(patella_sensor_t *, const uint8_t *, patella_action_t *);
} COMMANDS[] = {
    {START, 3, start},       {STOP, 0, stop},           {RANGE, 3, range},
    {IDENTIFY, 1, identify}, {SET_ROLE, 2, set_role},   {CONN_INTERVAL, 2, conn_interval},
    {SYNC, 4, sync},         {RESET_STATS, 0, reset_stats},
};

static patella_status_t obey(patella_sensor_t *sensor, const uint8_t *written, size_t length,
                             patella_action_t *action) {
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++) {
        if (COMMANDS[i].op == written[0]) {
            return length == 2u + COMMANDS[i].args ? COMMANDS[i].obey(sensor, written + 2, action)
                                                   : PATELLA_BAD_LENGTH;
        }
    }
    return PATELLA_UNKNOWN_OP;
}

size_t patella_control(patella_sensor_t *sensor, const uint8_t *written, size_t length, uint32_t now_us,
                       uint8_t reply[PATELLA_MAX_REPLY], patella_action_t *action) {
    *action = PATELLA_DO_NOTHING;
    if (length < 2 || written[0] & REPLY) {
        return 0;
    }
    patella_status_t status = obey(sensor, written, length, action);
    uint8_t *at = reply;
    at = patella_put8(at, written[0] | REPLY);
    at = patella_put8(at, written[1]);
    at = patella_put8(at, (uint8_t)status);
    if (written[0] == SYNC && status == PATELLA_OK) {
        at = patella_put32(at, patella_get32(written + 2));
        at = patella_put32(at, now_us);
    }
    return (size_t)(at - reply);
}

void patella_encode_info(const patella_info_t *info, uint8_t out[PATELLA_INFO_BYTES]) {
    uint8_t *at = out;
    at = patella_put8(at, PATELLA_VERSION);
    at = patella_put8(at, info->declares_mounting);
    at = patella_put8(at, info->role);
    at = patella_put8(at, info->side);
    at = patella_put16(at, info->hardware);
    at = patella_put16(at, info->output_rate_hz);
    at = patella_put32(at, (uint32_t)info->serial);
    at = patella_put32(at, (uint32_t)(info->serial >> 32));
    at = patella_put32(at, info->boot_id);
    at = patella_put32(at, info->dropped);
    at = patella_put8(at, info->acc_range_g);
    at = patella_put8(at, info->samples_cap);
    at = patella_put16(at, info->gyr_range_dps);
    at = patella_put16(at, info->rate_hz);
    at = patella_put8(at, info->samples);
    at = patella_put8(at, info->acc_ranges);
    at = patella_put8(at, info->gyr_ranges);
    patella_put8(at, info->rates);
}
