#include <stdlib.h>

extern void apus_canary_start(void);
extern void apus_canary_report(void);

// Swift Testing has no place for what has to happen once before all tests. What the linker finds in here runs when the tests are
// loaded, whichever of them are picked.
__attribute__((constructor)) static void start(void) {
    apus_canary_start();
    atexit(apus_canary_report);
}
