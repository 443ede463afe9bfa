import type { Inspection, InvitationCard } from '../../../redeem/inspection.js';
import type { Visitor } from '../../../redeem/visitor.js';
import type { TextKey } from '../language/texts/english.js';
import { receiptOf } from '../visit/receipt.js';
import { cardFacts, cardValues, type Calendar } from './cardFacts.js';
import { lockedView } from './otherViews.js';
import { redeemedView } from './redeemedView.js';
import { view, type View } from './view.js';

/** What a view of an invitation depends on besides the invitation. */
export interface Reader extends Calendar {
  readonly visitor?: Visitor;
  /** Where to go on to. */
  readonly returnUrl?: string;
}

/** What the page shows of a code, to this reader. */
export function invitationView(inspection: Inspection, reader: Reader): View {
  switch (inspection.kind) {
    case 'open':
      return openView(inspection, reader);
    case 'invalid':
      return invalidView(reader.visitor);
    case 'closed':
      return closedView(inspection, reader);
    case 'redeemed':
      return redeemedView(receiptOf(inspection.granted, true, reader.returnUrl));
    case 'locked':
      return lockedView(inspection.retryAfter, reader.locale);
  }
}

const useAnother = { action: '/sign-out', label: 'switchAccount' } as const;

function openView({ card, visitor }: Inspection & { kind: 'open' }, reader: Reader): View {
  const invited = cardValues(card, reader);
  const values = { ...invited, ...whoValue(reader.visitor) };
  const open = {
    state: 'open',
    icon: 'letter',
    title: 'openTitle',
    leads: card.invitedBy === undefined ? [] : (['openBy'] as const),
    // Who invites is said in the sentence above them.
    facts: cardFacts(card, reader).filter(({ label }) => label !== 'invitedBy'),
    values,
  } as const;
  const refused = { status: 403, icon: 'warning', person: true, main: useAnother, values } as const;
  switch (visitor?.kind) {
    case undefined:
      return view({
        ...open,
        signIn: {
          title: 'signInTitle',
          lead: card.invitedAs === undefined ? 'signInLeadGroup' : 'signInLead',
        },
      });
    case 'welcome':
      return view({
        ...open,
        state: 'welcome',
        person: true,
        after: [visitor.as === undefined ? 'acceptNew' : 'acceptAs'],
        main: { action: '/redeem', label: 'accept' },
        other: { ...useAnother, label: 'notYou' },
        values: { ...values, ...(visitor.as !== undefined && { name: visitor.as }) },
      });
    case 'wrongAccount':
      return view({
        ...refused,
        state: 'wrongAccount',
        title: 'wrongTitle',
        leads: [card.invitedAs === undefined ? 'wrongLeadGroup' : 'wrongLead'],
        after: ['wrongKept'],
      });
    case 'identityTaken':
      return view({
        ...refused,
        state: 'identityTaken',
        title: 'takenTitle',
        leads: ['takenLead'],
        after: ['takenHelp'],
      });
    case 'inactive':
      return view({ ...refused, state: 'inactive', title: 'inactiveTitle', leads: ['inactiveLead'] });
  }
}

/** The same for all strangers, whatever is the matter with the code. */
function invalidView(visitor: Visitor | undefined): View {
  const invalid = {
    state: 'invalid',
    status: 404,
    icon: 'warning',
    title: 'invalidTitle',
    leads: ['invalidLead'],
    code: 'folded',
    small: ['invalidAsk'],
  } as const;
  return visitor === undefined
    ? view({ ...invalid, signIn: { lead: 'invalidSignIn' } })
    : view({
        ...invalid,
        person: true,
        after: ['invalidSwitch'],
        other: useAnother,
        values: whoValue(visitor),
      });
}

function closedView({ why, card, asked }: Inspection & { kind: 'closed' }, reader: Reader): View {
  return view({
    state: 'closed',
    icon: 'warning',
    title: 'closedTitle',
    leads: [whyClosed(why, card)],
    facts: cardFacts(card, reader).filter(({ label }) => label !== 'until' && label !== 'usesLeft'),
    person: true,
    after: [asked ? 'asked' : 'askLead'],
    answered: asked,
    ...(!asked && { main: { action: '/ask', label: 'ask' } as const }),
    other: { ...useAnother, label: 'notYou' },
    values: { ...cardValues(card, reader), ...whoValue(reader.visitor) },
  });
}

function whyClosed(why: (Inspection & { kind: 'closed' })['why'], card: InvitationCard): TextKey {
  switch (why) {
    case 'expired':
      return card.expiryDate === undefined ? 'closedExpiredOnce' : 'closedExpired';
    case 'inactive':
      return 'closedInactive';
    case 'exhausted':
      return card.group ? 'closedExhaustedGroup' : 'closedExhausted';
  }
}

/** What people recognise their account by. */
function whoValue(visitor: Visitor | undefined): Readonly<Record<string, string>> {
  return visitor === undefined ? {} : { who: visitor.verifiedEmail ?? visitor.name ?? visitor.provider };
}
