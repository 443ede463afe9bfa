/** The columns of a contact that decide whether it can be mailed. */
export interface ContactToMail {
  readonly statecode: number;
  readonly emailaddress1: string | null;
  readonly donotemail: boolean | null;
}

/** Those columns, to be selected. */
export const contactToMailColumns = 'statecode,emailaddress1,donotemail';

/** Why a contact gets no mail. The names are those of texts. */
export type NoMail = 'contactInactive' | 'contactNoAddress' | 'contactNoEmail';

/** Why a contact gets no mail from the service; undefined when nothing is known against it. */
export function whyNoMail(contact: ContactToMail): NoMail | undefined {
  if (contact.statecode !== 0) return 'contactInactive';
  if ((contact.emailaddress1 ?? '').trim() === '') return 'contactNoAddress';
  return contact.donotemail === true ? 'contactNoEmail' : undefined;
}
