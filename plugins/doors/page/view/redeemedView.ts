import type { Receipt } from '../visit/receipt.js';
import { grantedFacts } from './cardFacts.js';
import { view, type View } from './view.js';

/** After a redemption: what was granted, and the way on. */
export function redeemedView(receipt: Receipt): View {
  const { before, keptAccount, workflow, moreRoles, returnUrl } = receipt;
  return view({
    state: before ? 'redeemedBefore' : 'redeemed',
    icon: 'done',
    title: before ? 'beforeTitle' : 'doneTitle',
    leads: [before ? 'beforeLead' : 'doneLead'],
    facts: grantedFacts(receipt).map((fact) =>
      fact.label === 'roles' && moreRoles > 0 ? { ...fact, hint: 'moreRoles' as const } : fact,
    ),
    after: [...(keptAccount ? (['keptAccount'] as const) : []), ...(workflow ? (['workflow'] as const) : [])],
    ...(returnUrl === undefined
      ? { small: ['closePage'] as const }
      : { link: { href: returnUrl, label: 'goOn' } as const }),
    values: {
      count: String(moreRoles),
      ...(returnUrl !== undefined && { site: new URL(returnUrl).host }),
    },
  });
}
