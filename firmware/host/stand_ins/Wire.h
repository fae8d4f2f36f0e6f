#ifndef STAND_IN_WIRE_H
#define STAND_IN_WIRE_H

#include <stddef.h>

#include "Arduino.h"

class TwoWire {
public:
    void begin();
    void setClock(uint32_t hertz);
    void beginTransmission(uint8_t address);
    uint8_t endTransmission(bool stop = true);
    size_t write(uint8_t value);
    uint8_t requestFrom(uint8_t address, size_t size);
    int read();
};
extern TwoWire Wire1;

#endif
