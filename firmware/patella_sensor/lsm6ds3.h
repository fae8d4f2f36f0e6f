/* ST LSM6DS3TR-C at 1.66 kHz through its FIFO (Seeed XIAO nRF52840 Sense). Registers: ST DocID030071. */
#ifndef LSM6DS3_H
#define LSM6DS3_H

#include "registers.h"

#define IMU_RATE_HZ 1660
#define IMU_ACC_RANGES 0x0F /* 2, 4, 8, 16 g */
#define IMU_GYR_RANGES 0x1F /* 125, 250, 500, 1000, 2000 deg/s */

class Imu {
public:
    bool begin() {
        uint8_t who = 0;
        Wire1.begin();
        Wire1.setClock(400000);
        return part.read(WHO_AM_I, &who, 1) && (who == 0x69 || who == 0x6A) &&
               part.write(CTRL3_C, 0x44) &&   /* whole samples only, addresses count up */
               part.write(FIFO_CTRL3, 0x09);  /* gyro and accelerometer, every sample */
    }

    bool set_range(uint8_t acc_range_g, uint16_t gyr_range_dps) {
        uint8_t acc = acc_range_g == 16 ? 1 : acc_range_g == 4 ? 2 : acc_range_g == 8 ? 3 : 0;
        uint8_t gyr = gyr_range_dps == 125    ? 0x02
                      : gyr_range_dps == 500  ? 0x04
                      : gyr_range_dps == 1000 ? 0x08
                      : gyr_range_dps == 2000 ? 0x0C
                                              : 0x00;
        return part.write(CTRL1_XL, (uint8_t)(0x80 | acc << 2)) && part.write(CTRL2_G, (uint8_t)(0x80 | gyr));
    }

    void restart() {
        part.write(FIFO_CTRL5, 0x00);
        part.write(FIFO_CTRL5, 0x46); /* 1.66 kHz, the newest displace the oldest */
    }

    /* Up to `most` rows {ax ay az gx gy gz} in the protocol's counts, and how many are left for the next time. */
    uint8_t read(int16_t rows[][6], uint8_t most, uint16_t *left, bool *overrun) {
        uint8_t status[2], bytes[ROW_BYTES * 20];
        if (!part.read(FIFO_STATUS1, status, 2)) {
            return 0;
        }
        *overrun = status[1] & 0x40;
        uint16_t waiting = (uint16_t)((status[0] | (status[1] & 0x07) << 8) / 6);
        uint8_t n = (uint8_t)min(min(waiting, (uint16_t)most), (uint16_t)20);
        *left = (uint16_t)(waiting - n);
        if (n == 0 || !part.read(FIFO_DATA_OUT, bytes, (uint8_t)(n * ROW_BYTES))) {
            return 0;
        }
        for (uint8_t i = 0; i < n; i++) {
            for (uint8_t axis = 0; axis < 3; axis++) { /* the gyro comes first */
                const uint8_t *at = bytes + i * ROW_BYTES + 2 * axis;
                rows[i][axis] = stretched(at + 6, 1, 1);                  /* 0.488 mg * 32768 = 16 g */
                rows[i][3 + axis] = stretched(at, 14336, 12500);          /* 70 mdps * 32768 / 2000 dps */
            }
        }
        return n;
    }

private:
    enum : uint8_t {
        FIFO_CTRL3 = 0x08, FIFO_CTRL5 = 0x0A, WHO_AM_I = 0x0F, CTRL1_XL = 0x10, CTRL2_G = 0x11, CTRL3_C = 0x12,
        FIFO_STATUS1 = 0x3A, FIFO_DATA_OUT = 0x3E, ROW_BYTES = 12
    };
    Registers part{Wire1, 0x6A};
};

#endif
