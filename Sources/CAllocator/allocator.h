/* What glibc lets a program say of its heap, which Swift's own module of it leaves out. */
#if defined(__linux__)
#include <malloc.h>
#endif
