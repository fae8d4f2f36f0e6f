/* Double tap: knocks are loud for a few milliseconds only, steps and landings for longer, hops come slower. */
#include "patella.h"

#define FULL_SCALE 32768u
#define SPOILED 3
#define LOUD_TENTHS_G 25u      /* well above walking with a sensor on the thigh or shank */
#define KNOCK_US 12000u        /* a knock is loud no longer than this */
#define ECHO_US 30000u         /* loud again within this belongs to the same knock's ringing: too long for one */
#define PAIR_MIN_US 80000u
#define PAIR_MAX_US 300000u    /* nobody hops this fast */
#define REST_US 500000u        /* before the first and after the second */

void patella_tap_init(patella_tap_t *tap, uint8_t acc_range_g, uint32_t now_us) {
    uint32_t loud = LOUD_TENTHS_G * FULL_SCALE / (10u * acc_range_g);
    *tap = (patella_tap_t){.loud_squared = loud * loud, .last_loud_us = now_us};
}

static void begin_loud(patella_tap_t *tap, uint32_t t_us) {
    uint32_t apart_us = t_us - tap->first_knock_us;
    bool second = tap->knocks == 1 && apart_us >= PAIR_MIN_US && apart_us <= PAIR_MAX_US;
    if (!tap->rested && !second) {
        tap->knocks = SPOILED;
    }
    tap->loud = true;
    tap->rested = false;
    tap->loud_since_us = t_us;
}

static void end_loud(patella_tap_t *tap) {
    tap->loud = false;
    if (tap->last_loud_us - tap->loud_since_us > KNOCK_US) {
        tap->knocks = SPOILED;
    }
    if (tap->knocks == 0) {
        tap->first_knock_us = tap->loud_since_us;
    }
    if (tap->knocks < SPOILED) {
        tap->knocks++;
    }
}

static bool rest(patella_tap_t *tap) {
    bool double_tap = tap->knocks == 2;
    tap->knocks = 0;
    tap->rested = true;
    return double_tap;
}

bool patella_tap(patella_tap_t *tap, const int16_t acc[3], uint32_t t_us) {
    if (patella_squared(acc) > tap->loud_squared) {
        if (!tap->loud) {
            begin_loud(tap, t_us);
        }
        tap->last_loud_us = t_us;
        return false;
    }
    uint32_t quiet_us = t_us - tap->last_loud_us;
    if (tap->loud && quiet_us >= ECHO_US) {
        end_loud(tap);
    }
    return !tap->rested && quiet_us >= REST_US && rest(tap);
}
