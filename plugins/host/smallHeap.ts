import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the process small, for its whole life. The service holds a page of rows and little else (about 35 MB of heap), but V8 by itself
 * lets garbage grow to several times that before it looks. Both settings trade about a tenth of the processor time for memory, and neither is
 * a limit: a heap that really needs more gets it.
 *
 * A module that acts when it is imported, and the first that main imports: the heap must not have grown before, while the others
 * were loaded. Set here rather than on the command line, so that they hold however the service is started.
 */
// The old generation is collected when it has grown by so much since it was last, in percent; by itself V8 waits for up to four times.
setFlagsFromString('--heap-growing-percent=20');
// The young generation stays at its first size, 1 MB a half, instead of growing to 16.
setFlagsFromString('--semi-space-growth-factor=1');
