#ifndef STAND_IN_KVSTORE_H
#define STAND_IN_KVSTORE_H

#include <stddef.h>
#include <stdint.h>

int kv_set(const char *key, const void *value, size_t size, uint32_t flags);
int kv_get(const char *key, void *value, size_t size, size_t *actual);

#endif
