/** The sample data of the sandbox, for commands that start the sandbox piece by piece. */
export { loadSample } from '../../sandbox/seed/loadSample.js';
