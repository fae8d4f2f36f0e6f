/* What differs between the boards: the inertial part, the light, the battery. */
#ifndef BOARD_H
#define BOARD_H

#include <Arduino.h>

#if defined(ARDUINO_SEEED_XIAO_NRF52840_SENSE)

#include "lsm6ds3.h"
#define BOARD_NAME "XIAO nRF52840 Sense"
#define BOARD_HARDWARE 1

static void board_begin() {
    pinMode(LED_BUILTIN, OUTPUT);
    pinMode(PIN_LSM6DS3TR_C_POWER, OUTPUT);
    digitalWrite(PIN_LSM6DS3TR_C_POWER, HIGH);
    pinMode(P0_14, OUTPUT); /* connects the battery's divider; high, the pin behind it would exceed its limit */
    digitalWrite(P0_14, LOW);
    delay(50);
}

static void board_led(bool on) {
    digitalWrite(LED_BUILTIN, on ? LOW : HIGH);
}

/* A lithium cell between 3.3 V (empty) and 4.2 V behind 1 M / 510 k, straight in between: good to ten percent. */
static uint8_t board_battery_percent() {
    int32_t millivolts = (int32_t)analogRead(P0_31) * 3300 / 1023 * 1510 / 510;
    return (uint8_t)constrain((millivolts - 3300) / 9, 0, 100);
}

#elif defined(ARDUINO_ARDUINO_NANO33BLE)

#include "lsm9ds1.h" /* revision 1; revision 2 has another part */
#define BOARD_NAME "Nano 33 BLE Sense"
#define BOARD_HARDWARE 2

static void board_begin() {
    pinMode(LED_BUILTIN, OUTPUT);
}

static void board_led(bool on) {
    digitalWrite(LED_BUILTIN, on ? HIGH : LOW);
}

/* The board does not measure its supply. */
static uint8_t board_battery_percent() {
    return 100;
}

#else
#error "Choose Seeed XIAO nRF52840 Sense (mbed) or Arduino Nano 33 BLE."
#endif

#endif
