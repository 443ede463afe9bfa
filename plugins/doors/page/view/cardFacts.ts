import type { InvitationCard } from '../../../redeem/inspection.js';
import type { Receipt } from '../visit/receipt.js';
import { dayInWords, zoneInWords } from './inWords.js';
import type { Fact } from './view.js';

/** What a view needs to know to say days in words. */
export interface Calendar {
  /** BCP 47 tag of the reader. */
  readonly locale: string;
  /** IANA time zone in which the last day ends. */
  readonly timeZone: string;
}

/** What an invitation is, as lines; what it does not say is left out. */
export function cardFacts(card: InvitationCard, { locale }: Pick<Calendar, 'locale'>): readonly Fact[] {
  const { invitedBy, account, webRoles, expiryDate, usesLeft, invitedAs, group } = card;
  const facts: readonly Fact[] = [
    fact('invitedBy', invitedBy),
    fact('account', account),
    { label: 'roles', values: webRoles },
    {
      ...fact('until', expiryDate === undefined ? undefined : dayInWords(expiryDate, locale)),
      hint: 'untilEnd',
    },
    fact(
      'usesLeft',
      group && usesLeft !== undefined ? new Intl.NumberFormat(locale).format(usesLeft) : undefined,
    ),
    fact('invitedAs', invitedAs),
  ];
  return facts.filter(({ values }) => values.length > 0);
}

/** What was granted, as lines. */
export function grantedFacts({ account, webRoles }: Receipt): readonly Fact[] {
  return [fact('account', account), { label: 'roles', values: webRoles } as const].filter(
    ({ values }) => values.length > 0,
  );
}

/** Fills the braces of what is said about an invitation. */
export function cardValues(
  { invitedBy, invitedAs, expiryDate }: InvitationCard,
  { locale, timeZone }: Calendar,
): Readonly<Record<string, string>> {
  return {
    ...(invitedBy !== undefined && { inviter: invitedBy }),
    ...(invitedAs !== undefined && { invitedAs }),
    ...(expiryDate !== undefined && {
      day: dayInWords(expiryDate, locale),
      zone: zoneInWords(timeZone, expiryDate, locale),
    }),
  };
}

const fact = (label: Fact['label'], value: string | undefined): Fact => ({
  label,
  values: value === undefined || value === '' ? [] : [value],
});
