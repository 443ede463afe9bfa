import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/** Storages that were switched on since the last test file ended. */
const switchedOn = new Set();
for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function (...given) {
    switchedOn.add(this);
    return original.apply(this, given);
  };
}

/**
 * Node, as jest gives it to each test file; with what the file leaves in its worker switched off. jest has an AsyncLocalStorage for
 * each file, and so have some of the modules under test. Node 20 copies the store of every storage that was ever switched on into
 * every promise: after 40 files in one worker a test that waits much took three times as long.
 */
export default class NodeEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of switchedOn) storage.disable();
    switchedOn.clear();
  }
}
