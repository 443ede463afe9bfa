import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest, however short its text is: folders whose files wait for browsers and for processes, services that die over and
 * over, hours of virtual time.
 */
const longest = [
  'test/system/',
  'test/browser/',
  'test/faults/crashes/',
  'test/unit/dataverse/pool/ceiling.test.ts',
  'test/solution/pack/',
  'test/solution/provision/',
];

/**
 * Starts what takes longest first, so that no worker is left alone with it at the end. jest does so itself where it
 * remembers the last run; where it does not, as after a clone, it goes by the size of the files.
 */
export default class LongestFirst extends (Sequencer.default ?? Sequencer) {
  sort(tests) {
    const rank = ({ path }) => {
      const at = longest.findIndex((folder) => path.replaceAll('\\', '/').includes(folder));
      return at < 0 ? longest.length : at;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
