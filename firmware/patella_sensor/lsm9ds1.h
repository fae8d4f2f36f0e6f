/* ST LSM9DS1 at 952 Hz through its FIFO (Arduino Nano 33 BLE, revision 1). Registers: ST DocID025715. */
#ifndef LSM9DS1_H
#define LSM9DS1_H

#include "registers.h"

#define IMU_RATE_HZ 952
#define IMU_ACC_RANGES 0x0F /* 2, 4, 8, 16 g */
#define IMU_GYR_RANGES 0x16 /* 250, 500, 2000 deg/s */

class Imu {
public:
    bool begin() {
        uint8_t who = 0;
        Wire1.begin();
        Wire1.setClock(400000);
        return part.read(WHO_AM_I, &who, 1) && who == 0x68 && part.write(CTRL_REG8, 0x44) && /* addresses count up */
               part.write(CTRL_REG9, 0x02);                                                   /* FIFO on */
    }

    bool set_range(uint8_t acc_range_g, uint16_t gyr_range_dps) {
        uint8_t acc = acc_range_g == 16 ? 1 : acc_range_g == 4 ? 2 : acc_range_g == 8 ? 3 : 0;
        uint8_t gyr = gyr_range_dps == 2000 ? 3 : gyr_range_dps == 500 ? 1 : 0;
        coarse = acc_range_g == 16;
        return part.write(CTRL_REG1_G, (uint8_t)(0xC0 | gyr << 3)) &&
               part.write(CTRL_REG6_XL, (uint8_t)(0xC0 | acc << 3));
    }

    void restart() {
        part.write(FIFO_CTRL, 0x00);
        part.write(FIFO_CTRL, 0xC0); /* the newest displace the oldest */
    }

    /* Up to `most` rows {ax ay az gx gy gz} in the protocol's counts, and how many are left for the next time. */
    uint8_t read(int16_t rows[][6], uint8_t most, uint16_t *left, bool *overrun) {
        uint8_t status = 0, gyr[6], acc[6];
        if (!part.read(FIFO_SRC, &status, 1)) {
            return 0;
        }
        *overrun = status & 0x40;
        uint8_t n = (uint8_t)min((uint8_t)(status & 0x3F), most);
        *left = (uint16_t)((status & 0x3F) - n);
        for (uint8_t i = 0; i < n; i++) {
            if (!part.read(OUT_X_G, gyr, 6) || !part.read(OUT_X_XL, acc, 6)) {
                return i;
            }
            for (uint8_t axis = 0; axis < 3; axis++) {
                /* 0.732 mg * 32768 / 16 g at 16 g, where the part's scale is coarser than its range asks for */
                rows[i][axis] = coarse ? stretched(acc + 2 * axis, 1499, 1000) : stretched(acc + 2 * axis, 1, 1);
                rows[i][3 + axis] = stretched(gyr + 2 * axis, 14336, 12500); /* 70 mdps * 32768 / 2000 dps */
            }
        }
        return n;
    }

private:
    enum : uint8_t {
        WHO_AM_I = 0x0F, CTRL_REG1_G = 0x10, OUT_X_G = 0x18, CTRL_REG6_XL = 0x20, CTRL_REG8 = 0x22,
        CTRL_REG9 = 0x23, OUT_X_XL = 0x28, FIFO_CTRL = 0x2E, FIFO_SRC = 0x2F
    };
    Registers part{Wire1, 0x6B};
    bool coarse = false;
};

#endif
