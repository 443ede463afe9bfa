import { describe, expect, it } from '@jest/globals';
import { createBusyTime } from '../../../../plugins/dataverse/pool/busyTime.js';

/** Three requests at once from second 10 to second 20, in a memory of a minute. */
function tenSecondsOfThree() {
  const busy = createBusyTime(60_000);
  busy.pass(10_000, 0);
  for (let now = 10_100; now <= 20_000; now += 100) busy.pass(now, 3);
  return busy;
}

describe('how busy an identity was', () => {
  it.each([
    ['spreads what was over the whole window', 20_000, 0.5],
    ['keeps it while it is in the window', 69_500, 0.5],
    ['forgets it as it leaves', 75_500, 0.225],
    ['forgets it in parts of a second', 75_750, 0.2125],
    ['forgets all of it in the end', 81_000, 0],
  ])('%s', (_name, now, average) => {
    expect(tenSecondsOfThree().average(now)).toBeCloseTo(average, 1.5);
  });

  it('takes a clock that was set back for no time at all', () => {
    const busy = tenSecondsOfThree();
    busy.pass(15_000, 3);
    expect(busy.average(20_000)).toBeCloseTo(0.5, 1);
  });
});
