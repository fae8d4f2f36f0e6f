#ifndef STAND_IN_ARDUINO_BLE_H
#define STAND_IN_ARDUINO_BLE_H

#include "Arduino.h"

enum BLEProperty { BLERead = 0x02, BLEWrite = 0x08, BLENotify = 0x10 };
enum BLECharacteristicEvent { BLEWritten = 3 };
enum BLEDeviceEvent { BLEConnected = 0, BLEDisconnected = 1 };

class BLEDevice {};

class BLECharacteristic {
public:
    BLECharacteristic(const char *uuid, uint16_t properties, int size, bool fixed_length = false);
    BLECharacteristic(const char *uuid, uint16_t properties, const char *value);
    int writeValue(const uint8_t *value, int length);
    const uint8_t *value() const;
    int valueLength() const;
    void setEventHandler(int event, void (*handler)(BLEDevice, BLECharacteristic));
};

class BLEUnsignedCharCharacteristic : public BLECharacteristic {
public:
    BLEUnsignedCharCharacteristic(const char *uuid, unsigned int properties);
    int writeValue(unsigned char value);
};

class BLEService {
public:
    explicit BLEService(const char *uuid);
    void addCharacteristic(BLECharacteristic &characteristic);
};

class BLELocalDevice {
public:
    int begin();
    void poll();
    int advertise();
    void addService(BLEService &service);
    void setDeviceName(const char *name);
    bool setLocalName(const char *name);
    bool setAdvertisedService(const BLEService &service);
    void setConnectionInterval(uint16_t shortest, uint16_t longest);
    void setEventHandler(BLEDeviceEvent event, void (*handler)(BLEDevice));
};
extern BLELocalDevice BLE;

#endif
