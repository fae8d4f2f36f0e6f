/* As much of the Arduino API as the sketch uses, so that a compiler can read the sketch without a board package.
 * Declarations only, written from the public reference: nothing here runs. */
#ifndef STAND_IN_ARDUINO_H
#define STAND_IN_ARDUINO_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { LOW, HIGH, OUTPUT = 1, LED_BUILTIN = 13, PIN_LSM6DS3TR_C_POWER = 15, P0_14 = 32, P0_31 = 33 };

template <class T> T min(T a, T b) { return a < b ? a : b; }
#define constrain(value, low, high) ((value) < (low) ? (low) : (value) > (high) ? (high) : (value))

void pinMode(int pin, int mode);
void digitalWrite(int pin, int level);
int analogRead(int pin);
void delay(unsigned long ms);
unsigned long millis();
unsigned long micros();

struct FactoryInformation { volatile uint32_t DEVICEID[2]; };
struct RandomGenerator { volatile uint32_t TASKS_START, TASKS_STOP, EVENTS_VALRDY, VALUE; };
extern FactoryInformation *NRF_FICR;
extern RandomGenerator *NRF_RNG;

#endif
