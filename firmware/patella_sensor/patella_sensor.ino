/* A Patella sensor on a Seeed XIAO nRF52840 Sense or an Arduino Nano 33 BLE (Sense): the core in src/core, an
 * inertial part read through its FIFO at its full rate, and ArduinoBLE.
 *
 * Checked against stand-ins for the Arduino API only (../README.md): it has never run on a board.
 */
#include <ArduinoBLE.h>
#include <kvstore_global_api.h>

#include "board.h"
#include "src/core/patella.h"

/* ArduinoBLE does not tell the MTU of a connection. Every current system negotiates at least this much, and what
 * is longer would be cut and refused. */
static const uint16_t ASSUMED_MTU = 185;
static const uint16_t FIRST_INTERVAL_UNITS = 12; /* 15 ms */
static const uint32_t PERIOD_US = 1000000u / IMU_RATE_HZ;
static const uint8_t BURST = 20;                 /* samples read from the FIFO at once: 240 bytes */
static const uint32_t BATTERY_EVERY_MS = 30000, BLINK_MS = 125;
static const char ROLE_KEY[] = "/kv/patella_role";

static BLEService patella_service(PATELLA_SERVICE_UUID), battery_service("180F"), device_service("180A");
static BLECharacteristic data_characteristic(PATELLA_DATA_UUID, BLENotify, PATELLA_MAX_PACKET);
static BLECharacteristic control_characteristic(PATELLA_CONTROL_UUID, BLEWrite | BLENotify, PATELLA_MAX_REPLY);
static BLECharacteristic info_characteristic(PATELLA_INFO_UUID, BLERead, PATELLA_INFO_BYTES);
static BLEUnsignedCharCharacteristic battery_level("2A19", BLERead | BLENotify);
static BLECharacteristic manufacturer("2A29", BLERead, "Patella"), model("2A24", BLERead, BOARD_NAME);
static BLECharacteristic firmware_revision("2A26", BLERead, "1.0");
static BLECharacteristic serial_number("2A25", BLERead, 16);

static patella_sensor_t sensor;
static patella_tap_t tap;
static Imu imu;

/* ---- time of the part's samples -------------------------------------------------------------------------- */

static uint32_t newest_us; /* when the newest sample in hand was taken, on the clock of micros() */

/* A FIFO has no stamps: follow the part's own rate, pulled gently towards the moment of reading, less what still
 * waits in the FIFO. */
static void follow_the_part(uint8_t arrived, uint16_t left, uint32_t now_us) {
    newest_us += arrived * PERIOD_US;
    newest_us += (int32_t)(now_us - left * PERIOD_US - newest_us) / 16;
}

/* ---- from the part's rate to the stream's ---------------------------------------------------------------- */

static int32_t sums[6];
static uint16_t summed;
static uint32_t first_us, due_us;

static void restart_stream(uint32_t now_us) {
    imu.restart();
    newest_us = now_us;
    due_us = now_us + sensor.builder.dt_us;
    summed = 0;
    memset(sums, 0, sizeof sums);
    patella_tap_init(&tap, sensor.info.acc_range_g, now_us);
}

/* The mean of the samples of one period, stamped with the middle of them: the mean's delay is thereby out. */
static void send_mean(uint32_t t_us) {
    int16_t counts[6];
    for (int i = 0; i < 6; i++) {
        counts[i] = (int16_t)(sums[i] / summed);
        sums[i] = 0;
    }
    summed = 0;
    due_us += sensor.builder.dt_us;
    size_t length = patella_sample(&sensor.builder, counts, first_us + (t_us - first_us) / 2);
    if (length && !data_characteristic.writeValue(sensor.builder.payload, (int)length)) {
        patella_dropped(&sensor);
    }
}

static void take(const int16_t counts[6], uint32_t t_us) {
    patella_peak(&sensor.builder, counts, t_us);
    if (patella_tap(&tap, counts, t_us)) {
        patella_flag(&sensor.builder, PATELLA_MARKER);
    }
    if (summed == 0) {
        first_us = t_us;
    }
    for (int i = 0; i < 6; i++) {
        sums[i] += counts[i];
        if (i >= 3 && (counts[i] >= INT16_MAX || counts[i] <= -INT16_MAX)) {
            patella_flag(&sensor.builder, PATELLA_GYR_SATURATED);
        }
    }
    summed++;
    if ((int32_t)(t_us - due_us) >= 0) {
        send_mean(t_us);
    }
}

static void stream() {
    int16_t burst[BURST][6];
    uint16_t left = 0;
    bool overrun = false;
    uint8_t arrived = imu.read(burst, BURST, &left, &overrun);
    if (overrun) { /* samples are lost: never join across them, nor finish the packet they would be in */
        patella_builder_start(&sensor.builder, sensor.info.rate_hz, sensor.info.samples, sensor.info.acc_range_g);
        restart_stream(micros());
        return;
    }
    follow_the_part(arrived, left, micros());
    for (uint8_t i = 0; i < arrived; i++) {
        take(burst[i], newest_us - (uint32_t)(arrived - 1 - i) * PERIOD_US);
    }
}

/* ---- what the host asks ---------------------------------------------------------------------------------- */

static uint32_t blink_until_ms;

static void publish_info() {
    uint8_t info[PATELLA_INFO_BYTES];
    patella_encode_info(&sensor.info, info);
    info_characteristic.writeValue(info, sizeof info);
}

/* False where the board cannot. */
static bool carry_out(patella_action_t action) {
    const uint8_t role[2] = {sensor.info.role, sensor.info.side};
    switch (action) {
    case PATELLA_DO_START:
        restart_stream(micros());
        return true;
    case PATELLA_DO_RANGE:
        return imu.set_range(sensor.info.acc_range_g, sensor.info.gyr_range_dps);
    case PATELLA_DO_IDENTIFY:
        blink_until_ms = millis() + sensor.identify_s * 1000u;
        return true;
    case PATELLA_DO_STORE_ROLE:
        return kv_set(ROLE_KEY, role, sizeof role, 0) == 0;
    case PATELLA_DO_INTERVAL: /* ArduinoBLE asks for an interval only while it connects */
        BLE.setConnectionInterval(sensor.interval_units, sensor.interval_units);
        return false;
    default:
        return true;
    }
}

static void on_control(BLEDevice, BLECharacteristic written) {
    uint32_t now_us = micros(); /* first of all: SYNC wants the time of reception */
    uint8_t reply[PATELLA_MAX_REPLY];
    patella_action_t action;
    size_t length = patella_control(&sensor, written.value(), (size_t)written.valueLength(), now_us, reply, &action);
    if (length && !carry_out(action)) {
        reply[2] = PATELLA_FAILED;
    }
    publish_info();
    if (length) {
        control_characteristic.writeValue(reply, (int)length);
    }
}

static void on_connected(BLEDevice) {
    patella_connected(&sensor, ASSUMED_MTU);
    publish_info();
}

static void on_disconnected(BLEDevice) {
    patella_disconnected(&sensor);
    publish_info();
    BLE.advertise();
}

/* ---- start-up -------------------------------------------------------------------------------------------- */

static uint64_t chip_serial() {
    return (uint64_t)NRF_FICR->DEVICEID[1] << 32 | NRF_FICR->DEVICEID[0];
}

static uint32_t random_boot_id() {
    uint32_t id = 0;
    NRF_RNG->TASKS_START = 1;
    for (int i = 0; i < 4; i++) {
        NRF_RNG->EVENTS_VALRDY = 0;
        while (!NRF_RNG->EVENTS_VALRDY) {
        }
        id = id << 8 | NRF_RNG->VALUE;
    }
    NRF_RNG->TASKS_STOP = 1;
    return id;
}

static void describe() {
    patella_info_t info = {};
    uint8_t role[2] = {PATELLA_NO_ROLE, PATELLA_NO_SIDE};
    size_t size = 0;
    if (kv_get(ROLE_KEY, role, sizeof role, &size) == 0 && size == sizeof role) {
        info.role = role[0];
        info.side = role[1];
    }
    info.declares_mounting = 1; /* put the arrow and the dot on the housing, or set this to 0 */
    info.hardware = BOARD_HARDWARE;
    info.output_rate_hz = IMU_RATE_HZ;
    info.serial = chip_serial();
    info.boot_id = random_boot_id();
    info.acc_range_g = 16;
    info.gyr_range_dps = 2000;
    info.samples_cap = PATELLA_MAX_SAMPLES;
    info.rate_hz = 200;
    info.samples = 4;
    info.acc_ranges = IMU_ACC_RANGES;
    info.gyr_ranges = IMU_GYR_RANGES;
    info.rates = 0x1F;
    patella_sensor_init(&sensor, &info);
}

/* Nothing can be measured or sent: say so for ever. */
static void give_up(uint32_t period_ms) {
    for (;;) {
        board_led((millis() / period_ms) % 2);
    }
}

static void offer_services() {
    static char name[] = "Patella-XXXX", serial[17];
    snprintf(serial, sizeof serial, "%08lX%08lX", (unsigned long)(sensor.info.serial >> 32),
             (unsigned long)(uint32_t)sensor.info.serial);
    memcpy(name + 8, serial + 12, 4);
    serial_number.writeValue((const uint8_t *)serial, 16);
    patella_service.addCharacteristic(data_characteristic);
    patella_service.addCharacteristic(control_characteristic);
    patella_service.addCharacteristic(info_characteristic);
    battery_service.addCharacteristic(battery_level);
    device_service.addCharacteristic(manufacturer);
    device_service.addCharacteristic(model);
    device_service.addCharacteristic(serial_number);
    device_service.addCharacteristic(firmware_revision);
    BLE.addService(patella_service);
    BLE.addService(battery_service);
    BLE.addService(device_service);
    BLE.setDeviceName(name);
    BLE.setLocalName(name);
    BLE.setAdvertisedService(patella_service);
    BLE.setConnectionInterval(FIRST_INTERVAL_UNITS, FIRST_INTERVAL_UNITS);
    BLE.setEventHandler(BLEConnected, on_connected);
    BLE.setEventHandler(BLEDisconnected, on_disconnected);
    control_characteristic.setEventHandler(BLEWritten, on_control);
}

void setup() {
    board_begin();
    describe();
    if (!imu.begin() || !imu.set_range(sensor.info.acc_range_g, sensor.info.gyr_range_dps)) {
        give_up(100);
    }
    if (!BLE.begin()) {
        give_up(1000);
    }
    offer_services();
    publish_info();
    battery_level.writeValue(board_battery_percent());
    BLE.advertise();
}

void loop() {
    static uint32_t battery_ms;
    BLE.poll();
    if (sensor.streaming) {
        stream();
    }
    uint32_t now_ms = millis();
    board_led((int32_t)(blink_until_ms - now_ms) > 0 && (now_ms / BLINK_MS) % 2);
    if (now_ms - battery_ms >= BATTERY_EVERY_MS) {
        battery_ms = now_ms;
        battery_level.writeValue(board_battery_percent());
    }
}
