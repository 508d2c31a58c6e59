#ifndef APUS_BENCHMARKS_EVENT_LOOP_H
#define APUS_BENCHMARKS_EVENT_LOOP_H

#include <stddef.h>

/* Parses a YAML text with libyaml and counts its events; -1 when it is not well formed. */
long apus_count_events(const unsigned char *bytes, size_t size);

#endif
