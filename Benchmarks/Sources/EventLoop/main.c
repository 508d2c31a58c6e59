#include "event_loop.h"

#include <stdio.h>
#include <stdlib.h>

/* Reads the file that the argument names, and has libyaml say how many events it holds. */
int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    long size;
    unsigned char *bytes;

    if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) return 2;
    rewind(file);
    bytes = malloc((size_t)size + 1);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) return 2;
    fclose(file);
    printf("%ld\n", apus_count_events(bytes, (size_t)size));
    return 0;
}
