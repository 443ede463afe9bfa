// Loaded into each process that runProcess starts. The channel to the parent breaks when the parent is gone, even by kill -9:
// then this process stops as if it had been asked to, and nothing is left running.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Waiting for that must not keep the process alive.
process.channel?.unref();
