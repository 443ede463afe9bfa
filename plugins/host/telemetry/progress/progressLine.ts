import { doneAt, type Progress, ratePerMinute, waitingNow } from './progress.js';

/** A pace that held mails back within these milliseconds is what limits. */
const pacedLately = 60_000;

/** The line while there is a queue. */
export function progressLine(progress: Progress, now: number): string {
  const rate = ratePerMinute(progress, now);
  const done = doneAt(progress, now);
  const { paced } = progress;
  return `send: ${parts(
    `${count(progress.sent)} sent`,
    waitingPart(progress, now),
    rate === undefined ? undefined : `${decimal(rate)} a minute`,
    done === undefined ? undefined : `done at about ${clockTime(done, now)}`,
    paced !== undefined && now - paced.at <= pacedLately
      ? `limited by the mailbox pace of ${paced.mailsPerMinute} a minute`
      : undefined,
    ...troubles(progress),
  )}`;
}

/** The line at the end. @param end how it ended */
export function closingLine(progress: Progress, end: 'empty' | 'stuck'): string {
  const { began = 0, lastHandled = began, handled, requests } = progress;
  const milliseconds = lastHandled - began;
  const left = waitingNow(progress) ?? 0;
  const state = end === 'empty' ? 'the queue is empty' : `${count(left)} waiting do not move`;
  return `send: ${state}: ${parts(
    `${count(progress.sent)} sent`,
    `in ${duration(milliseconds)}`,
    milliseconds < 1_000 ? undefined : `${decimal((handled * 60_000) / milliseconds)} invitations a minute`,
    handled === 0 ? undefined : `${(requests / handled).toFixed(2)} requests an invitation`,
    ...troubles(progress),
  )}`;
}

/** Nothing about a queue that is through as far as anybody knows: what was counted once is not waiting any more. */
function waitingPart(progress: Progress, now: number): string | undefined {
  const { counted, handled } = progress;
  const waiting = waitingNow(progress);
  if (counted === undefined || waiting === undefined || waiting === 0) return undefined;
  const about = handled === counted.handled ? '' : 'about ';
  const rows = `${counted.more ? 'more than ' : about}${count(waiting)}`;
  return `${rows} waiting (counted ${duration(now - counted.at)} ago)`;
}

const troubles = ({ skipped, failed, waitedMilliseconds }: Progress): readonly (string | undefined)[] => [
  skipped === 0 ? undefined : `${count(skipped)} skipped`,
  failed === 0 ? undefined : `${count(failed)} failed`,
  waitedMilliseconds === 0 ? undefined : `waited ${duration(waitedMilliseconds)} for Dataverse`,
];

const parts = (...all: readonly (string | undefined)[]): string =>
  all.filter((part) => part !== undefined).join(' · ');

const count = (value: number): string => value.toLocaleString('en-US');
const decimal = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `14:32 UTC`, with the date when it is another day. */
function clockTime(moment: number, now: number): string {
  const [day, time] = [isoDay(moment), new Date(moment).toISOString().slice(11, 16)];
  return day === isoDay(now) ? `${time} UTC` : `${day} ${time} UTC`;
}

const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
