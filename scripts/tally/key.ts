/** Names a mail that a send request asks for: `<invitation>/<contact>/<generation>`. GUIDs are equal in any case. */
export function mailKey(invitation: string, contact: string, generation: number): string {
  return `${invitation.toLowerCase()}/${contact.toLowerCase()}/${generation}`;
}

/** Names a redemption, or anything it grants once: `<invitation>/<contact>`. */
export function redemptionKey(invitation: string, contact: string): string {
  return `${invitation.toLowerCase()}/${contact.toLowerCase()}`;
}
