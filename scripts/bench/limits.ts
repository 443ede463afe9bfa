/** Megabytes of memory that the service may have, however long the queue is. */
export const maximumMemory = 150;
/** Milliseconds until the next mail after kill -9 and a restart. */
export const maximumRecovery = 60_000;
