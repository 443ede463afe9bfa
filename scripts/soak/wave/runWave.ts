import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLog } from '../checker/checkLog.js';
import { checkWave } from '../checker/checkWave.js';
import { readFacts } from '../checker/readFacts.js';
import { spellLine } from '../nemesis/spell.js';
import { seeded } from '../random.js';
import { emptyMailbox } from '../../tally/readMails.js';
import { afterwards } from './afterwards.js';
import type { AskedInvitation } from './asked.js';
import { assault } from './assault.js';
import { createContacts } from './contacts.js';
import { createPeople } from './people.js';
import { planWave } from './plan.js';
import { unreadable } from './poison.js';
import type { Wave } from './wave.js';
import type { WaveResult } from './waveResult.js';

/** Share of the wave before that is sent again, at most. */
const againShare = 0.1;

/** Runs a wave to its end and checks it: people ask while services are harried, then everything comes to rest. */
export async function runWave(wave: Wave): Promise<WaveResult> {
  const { testbed, slots } = wave;
  const { dataverse, mailboxUrl } = testbed;
  const began = new Date(Math.floor(Date.now() / 1000) * 1000);
  const random = seeded(wave.seed + wave.number * 7919);
  const invitations = planWave(random, wave.invitations);
  await createContacts(invitations, dataverse);
  await emptyMailbox(mailboxUrl);
  const again = sentBefore(wave.before, wave.invitations * againShare);
  const people = createPeople({ invitations, again, dataverse, random: seeded(random.whole(0, 2 ** 31)) });

  const done = await assault(wave, people, random);
  appendFileSync(join(testbed.folder, 'logs', 'troubles.log'), done.spells.map(spellLine).join(''));
  wave.progress('draining');
  const rest = await afterwards(wave, people);
  wave.progress('checking');
  const asked = people.asked();
  const facts = await readFacts(dataverse, mailboxUrl, wave.before?.began ?? began);
  const verdict = checkWave(asked, facts);
  const codes = new Set(facts.invitations.flatMap(({ inv_code: code }) => code ?? []));
  const logged = slots.flatMap((slot) => checkLog(slot.name, slot.takeLines(), codes, done.spells));
  return {
    number: wave.number,
    began,
    asked,
    mails: facts.mails.length,
    tally: verdict.mails,
    redemptions: verdict.redemptions,
    requests: asked.reduce((sum, one) => sum + one.redemptions.length, 0),
    setAside: asked.filter(({ plan }) => plan.poison === unreadable).length,
    fates: done.fates,
    faults: done.faults,
    drained: rest.drained,
    violations: [...done.violations, ...rest.violations, ...verdict.violations, ...logged],
  };
}

/** Some of those that were sent and that nobody redeemed. */
function sentBefore(before: WaveResult | undefined, most: number): readonly AskedInvitation[] {
  const sent = (before?.asked ?? []).filter(
    ({ plan, generation, isCertain, outcome, redemptions }) =>
      generation === 1 &&
      isCertain &&
      outcome === 'kept' &&
      plan.poison === undefined &&
      redemptions.length === 0,
  );
  return sent.slice(0, Math.floor(most));
}
