/* Registers of a part on an I2C bus, and the scaling of its counts to the protocol's. */
#ifndef REGISTERS_H
#define REGISTERS_H

#include <Wire.h>

struct Registers {
    TwoWire &bus;
    uint8_t address;

    bool write(uint8_t at, uint8_t value) const {
        bus.beginTransmission(address);
        bus.write(at);
        bus.write(value);
        return bus.endTransmission() == 0;
    }

    bool read(uint8_t at, uint8_t *out, uint8_t size) const {
        bus.beginTransmission(address);
        bus.write(at);
        if (bus.endTransmission(false) != 0 || bus.requestFrom(address, size) != size) {
            return false;
        }
        for (uint8_t i = 0; i < size; i++) {
            out[i] = (uint8_t)bus.read();
        }
        return true;
    }
};

/* The protocol's 32768 is the nominal range; parts leave themselves head-room, so their counts are stretched. */
static inline int16_t stretched(const uint8_t *at, int32_t by, int32_t over) {
    int32_t counts = (int16_t)(at[0] | at[1] << 8);
    return (int16_t)constrain(counts * by / over, -INT16_MAX, INT16_MAX);
}

#endif
