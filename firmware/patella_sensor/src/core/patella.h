/* The portable core of a Patella sensor, protocol version 1 (firmware_protocol/PROTOCOL.md).
 *
 * C99, no heap, no Bluetooth stack, no clock: the board gives it samples, times and what the host wrote, and gets
 * bytes to notify and actions to carry out. Every function is quick and must be called from one context at a
 * time. Times are the board's own microseconds, u32, and wrap; counts are i16, of which 32768 mean the range.
 *
 *     patella_sensor_init(&sensor, &info);
 *     on connection           patella_connected(&sensor, mtu);
 *     on a CONTROL write      length = patella_control(&sensor, bytes, n, now, reply, &action);
 *     every accelerometer     patella_peak(&sensor.builder, acc, now);
 *       output, 1.6 kHz         if (patella_tap(&tap, acc, now)) patella_flag(&sensor.builder, PATELLA_MARKER);
 *     every stream sample     length = patella_sample(&sensor.builder, counts, now);
 *                               if (length && !notified) patella_dropped(&sensor);
 *     on an INFO read         patella_encode_info(&sensor.info, out);
 *     on disconnection        patella_disconnected(&sensor);
 */
#ifndef PATELLA_H
#define PATELLA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PATELLA_VERSION 1
#define PATELLA_MAX_SAMPLES 19
#define PATELLA_HEADER_BYTES 12
#define PATELLA_SAMPLE_BYTES 12
#define PATELLA_TRAILER_BYTES 4
#define PATELLA_MAX_PACKET \
    (PATELLA_HEADER_BYTES + PATELLA_SAMPLE_BYTES * PATELLA_MAX_SAMPLES + PATELLA_TRAILER_BYTES)
#define PATELLA_INFO_BYTES 34
#define PATELLA_MAX_REPLY 11

/* Base f22eNNNN-3ea4-4ed4-b717-66183ac04ac5. */
#define PATELLA_SERVICE_UUID "f22e0001-3ea4-4ed4-b717-66183ac04ac5"
#define PATELLA_DATA_UUID "f22e0002-3ea4-4ed4-b717-66183ac04ac5"
#define PATELLA_CONTROL_UUID "f22e0003-3ea4-4ed4-b717-66183ac04ac5"
#define PATELLA_INFO_UUID "f22e0004-3ea4-4ed4-b717-66183ac04ac5"

/* Flags of a DATA packet. */
#define PATELLA_GAP 1
#define PATELLA_ACC_SATURATED 2
#define PATELLA_GYR_SATURATED 4
#define PATELLA_CONFIGURATION_CHANGED 8
#define PATELLA_MARKER 16
#define PATELLA_IMPACT 32

typedef enum {
    PATELLA_OK = 0,
    PATELLA_UNKNOWN_OP = 1,
    PATELLA_BAD_LENGTH = 2,
    PATELLA_UNSUPPORTED = 3,
    PATELLA_BUSY = 4,
    PATELLA_FAILED = 5
} patella_status_t;

typedef enum { PATELLA_NO_ROLE = 0, PATELLA_THIGH = 1, PATELLA_SHANK = 2 } patella_role_t;
typedef enum { PATELLA_NO_SIDE = 0, PATELLA_LEFT = 1, PATELLA_RIGHT = 2 } patella_side_t;

/* What the sensor says about itself; the offsets are in PROTOCOL.md. */
typedef struct {
    uint8_t declares_mounting; /* 1: the housing bears the mounting marks */
    uint8_t role, side;
    uint16_t hardware;
    uint16_t output_rate_hz; /* of the accelerometer part, that patella_peak is fed with */
    uint64_t serial;
    uint32_t boot_id; /* random at each start-up */
    uint32_t dropped;
    uint8_t acc_range_g;
    uint8_t samples_cap;
    uint16_t gyr_range_dps;
    uint16_t rate_hz;
    uint8_t samples;
    uint8_t acc_ranges; /* bits 0..4: 2, 4, 8, 16, 32 g */
    uint8_t gyr_ranges; /* bits 0..5: 125, 250, 500, 1000, 2000, 4000 deg/s */
    uint8_t rates;      /* bits 0..4: 25, 50, 100, 200, 400 Hz */
} patella_info_t;

/* The packet being filled, and the largest acceleration since the one before. */
typedef struct {
    uint8_t payload[PATELLA_MAX_PACKET]; /* whole when patella_sample returns its length, until the next call */
    uint8_t samples;                     /* a packet */
    uint8_t filled;
    uint8_t flags; /* of the packet being filled */
    uint16_t seq;
    uint16_t dt_us;
    uint32_t t0_us;
    uint32_t impact_squared; /* counts^2 from which a packet carries the trailer */
    uint32_t peak_squared;
    uint32_t peak_us;
} patella_builder_t;

typedef struct {
    patella_info_t info;
    patella_builder_t builder;
    bool streaming;
    uint8_t identify_s;       /* of the last IDENTIFY */
    uint16_t interval_units;  /* of the last CONN_INTERVAL, 1.25 ms each */
} patella_sensor_t;

/* What the board has to do after a command; it may set reply[2] to PATELLA_FAILED where it cannot. */
typedef enum {
    PATELLA_DO_NOTHING = 0,
    PATELLA_DO_START,        /* sample at info.rate_hz from now on */
    PATELLA_DO_STOP,
    PATELLA_DO_RANGE,        /* set the part to info.acc_range_g and info.gyr_range_dps */
    PATELLA_DO_IDENTIFY,     /* blink for identify_s seconds */
    PATELLA_DO_STORE_ROLE,   /* keep info.role and info.side through power-off */
    PATELLA_DO_INTERVAL      /* request interval_units from the host's radio */
} patella_action_t;

/* Start-up: the sequence begins at 0. `info` must satisfy PROTOCOL.md (ranges and rate among those offered). */
void patella_sensor_init(patella_sensor_t *sensor, const patella_info_t *info);

/* A host is there; fits the packets of the next stream to the connection's MTU. Call again when the MTU changes. */
void patella_connected(patella_sensor_t *sensor, uint16_t mtu);

/* A lost connection stops the stream. */
void patella_disconnected(patella_sensor_t *sensor);

/* Obey a CONTROL write that came at now_us; returns the length of the reply to notify, 0 where none is due. */
size_t patella_control(patella_sensor_t *sensor, const uint8_t *written, size_t length, uint32_t now_us,
                       uint8_t reply[PATELLA_MAX_REPLY], patella_action_t *action);

/* The INFO characteristic. */
void patella_encode_info(const patella_info_t *info, uint8_t out[PATELLA_INFO_BYTES]);

/* Begin a stream; patella_control calls it on START. The first packet carries PATELLA_GAP. Rate and range must
 * not be 0; samples is 1 to 19. */
void patella_builder_start(patella_builder_t *builder, uint16_t rate_hz, uint8_t samples, uint8_t acc_range_g);

/* Set a flag of the packet being filled. */
void patella_flag(patella_builder_t *builder, uint8_t flag);

/* Look at one accelerometer output at the part's own rate. */
void patella_peak(patella_builder_t *builder, const int16_t acc[3], uint32_t t_us);

/* Add a sample {ax ay az gx gy gz}; returns the length of the packet in builder->payload when it completes one. */
size_t patella_sample(patella_builder_t *builder, const int16_t counts[6], uint32_t t_us);

/* The packet just completed could not be sent. */
void patella_dropped(patella_sensor_t *sensor);

/* Double tap on the housing: two short knocks, with rest before, between and after, so that neither steps nor
 * landings count. Known half a second after the second knock. */
typedef struct {
    uint32_t loud_squared; /* counts^2 */
    uint32_t loud_since_us, last_loud_us, first_knock_us;
    uint8_t knocks; /* since the last rest; more than two where it cannot be a double tap any more */
    bool loud, rested;
} patella_tap_t;

/* Start over, after start-up and whenever the range changes. */
void patella_tap_init(patella_tap_t *tap, uint8_t acc_range_g, uint32_t now_us);

/* Look at one accelerometer output at the part's own rate; true once for each double tap. */
bool patella_tap(patella_tap_t *tap, const int16_t acc[3], uint32_t t_us);

/* Squared resultant in counts; at most 3 * 32768^2, so it fits. */
uint32_t patella_squared(const int16_t acc[3]);

#ifdef __cplusplus
}
#endif

#endif
