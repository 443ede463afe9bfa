/** Tests are ES modules: `npm test` starts jest with --experimental-vm-modules, swc removes the types. */
export default {
  testEnvironment: '<rootDir>/test/nodeEnvironment.js',
  // Tests wait for browsers and servers half of the time: every core gets a worker.
  maxWorkers: '100%',
  // Modules of a finished test file are not given back: a worker that has grown is replaced, before collecting garbage costs more.
  workerIdleMemoryLimit: '400MB',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testSequencer: '<rootDir>/test/longestFirst.js',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
