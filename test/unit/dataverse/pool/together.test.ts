import { describe, expect, it } from '@jest/globals';
import { RequestFailure } from '../../../../plugins/dataverse/failure/requestFailure.js';
import { no, openPool, type OpenPool, tooMuch } from './openPool.js';

/** A pool with one place that knows that an operation takes 25 ms, and whose place is taken. */
async function busyPool(): Promise<OpenPool> {
  const opened = openPool(1, 1);
  opened.write('known');
  await opened.clock.advance(25);
  await opened.arrived[0]?.done();
  opened.write('busy');
  return opened;
}

const sent = ({ arrived }: OpenPool): readonly string[] => arrived.slice(2).map(({ writes }) => writes);

describe('writes that wait at the same time', () => {
  it('travel in one changeset, and each gets its own outcome', async () => {
    const opened = await busyPool();
    const outcomes = ['a+b+c', 'd+e+f'].map((name) => opened.write(name).outcome);
    await opened.arrived[1]?.done();
    expect(sent(opened)).toEqual(['a+b+c+d+e+f']);
    await opened.arrived[2]?.done();
    expect(await Promise.all(outcomes)).toEqual(['done', 'done']);
    expect(opened.trips.at(-1)).toMatchObject({ operations: 6 });
  });

  it('never wait for each other: who has room goes at once', async () => {
    const opened = openPool(1, 4);
    opened.write('known');
    await opened.clock.advance(25);
    await opened.arrived[0]?.done();
    opened.write('a');
    opened.write('b');
    expect(opened.arrived.slice(1).map(({ writes }) => writes)).toEqual(['a', 'b']);
  });

  it('spread over all room that there is', async () => {
    const { write, arrived, clock } = openPool(2, 1);
    write('known');
    await clock.advance(25);
    await arrived[0]?.done();
    for (const name of 'abcd') write(name);
    await arrived[1]?.fail(tooMuch.requests('5'));
    await arrived[2]?.fail(tooMuch.requests('5'));
    await clock.advance(5_000);
    expect(arrived.slice(3).map(({ writes }) => writes.split('+').length)).toEqual([2, 2]);
  });

  it('go alone after their changeset was rolled back: the innocent succeed, the guilty learns why', async () => {
    const opened = await busyPool();
    const outcomes = ['a', 'b', 'c'].map((name) => opened.write(name).outcome);
    await opened.arrived[1]?.done();
    await opened.arrived[2]?.fail(no(412, '0x80060882'));
    await opened.arrived[3]?.done();
    await opened.arrived[4]?.fail(no(412, '0x80060882'));
    await opened.arrived[5]?.done();
    expect(sent(opened)).toEqual(['a+b+c', 'a', 'b', 'c']);
    expect(await Promise.all(outcomes)).toEqual(['done', 'changed', 'done']);
  });

  it('are each sent alone after that, and more than half as many no longer travel together', async () => {
    const opened = await busyPool();
    for (const name of 'abcdefgh') opened.write(name);
    await opened.arrived[1]?.done();
    await opened.arrived[2]?.fail(no(413));
    for (const name of 'ijklmn') opened.write(name);
    for (let next = 3; next < opened.arrived.length; next += 1) await opened.arrived[next]?.done();
    expect(sent(opened)).toEqual(['a+b+c+d+e+f+g+h', ...'abcdefgh', 'i+j+k+l+m', 'n']);
  });

  it('travel more to a request when Dataverse has counted too many of them', async () => {
    const together = async (limit: 'requests' | 'executionTime'): Promise<number> => {
      const opened = await busyPool();
      for (let name = 0; name < 30; name += 1) opened.write(String(name));
      await opened.arrived[1]?.fail(tooMuch[limit]('0'));
      await opened.clock.advance(0);
      return Math.max(...opened.arrived.slice(2).map(({ writes }) => writes.split('+').length));
    };
    expect(await together('executionTime')).toBe(10);
    expect(await together('requests')).toBe(13);
  });

  it('travel less to a request when Dataverse has answered with a fault', async () => {
    const opened = await busyPool();
    for (const name of 'abcdefgh') opened.write(name);
    await opened.arrived[1]?.done();
    await opened.arrived[2]?.fail(no(500, '0x80044151'));
    for (const name of 'ijklmn') opened.write(name);
    await opened.arrived[3]?.done();
    expect(sent(opened).slice(1)).toEqual(['i', 'j+k+l+m']);
  });

  it.each<[string, RequestFailure]>([
    ['the answer is lost', new RequestFailure('unclear', 'socket hang up', undefined, 'ECONNRESET')],
    ['a gateway answers', no(502)],
    ['there was a deadlock', no(400, '0x80044150')],
  ])('are each in doubt when %s, and nothing is repeated', async (_name, failure) => {
    const opened = await busyPool();
    const outcomes = ['a', 'b'].map((name) => opened.write(name).outcome);
    await opened.arrived[1]?.done();
    await opened.arrived[2]?.fail(failure);
    expect(await Promise.all(outcomes)).toEqual(['unknown', 'unknown']);
    expect(sent(opened)).toEqual(['a+b']);
  });

  it('are repeated as a whole when they were turned away, and none has failed', async () => {
    const opened = await busyPool();
    const outcomes = ['a', 'b'].map((name) => opened.write(name).outcome);
    await opened.arrived[1]?.done();
    await opened.arrived[2]?.fail(tooMuch.executionTime('5'));
    await opened.clock.advance(5_000);
    await opened.arrived[3]?.done();
    expect(sent(opened)).toEqual(['a+b', 'a+b']);
    expect(await Promise.all(outcomes)).toEqual(['done', 'done']);
  });

  it('all learn that there is no connection', async () => {
    const opened = await busyPool();
    const outcomes = ['a', 'b'].map((name) => opened.write(name).outcome);
    await opened.arrived[1]?.done();
    await opened.arrived[2]?.fail(new RequestFailure('never', 'refused', undefined, 'ECONNREFUSED'));
    expect(await Promise.all(outcomes)).toEqual(['INV_DATAVERSE_UNREACHABLE', 'INV_DATAVERSE_UNREACHABLE']);
    for (const name of 'cdefg') opened.write(name);
    await opened.arrived[3]?.done();
    // That says nothing about how many may travel together.
    expect(sent(opened).at(-1)).toBe('d+e+f+g');
  });
});
