/** Status reasons of an e-mail, with the state they belong to ("email table reference"). */
export const emailStatus = {
  draft: 1,
  completed: 2,
  sent: 3,
  received: 4,
  canceled: 5,
  pendingSend: 6,
  sending: 7,
  failed: 8,
} as const;

/** States of an activity. */
export const emailState = { open: 0, completed: 1, canceled: 2 } as const;

/** Kinds of parties (`participationtypemask`) that a mail has. */
export const partyKind = { sender: 1, to: 2, cc: 3, bcc: 4 } as const;
