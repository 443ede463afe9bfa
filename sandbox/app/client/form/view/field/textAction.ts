/** What the button in a text field does: an address to follow. */
export interface TextAction {
  readonly href: string;
  /** Key of the button's name. */
  readonly label: string;
  readonly icon: string;
  readonly opensWindow: boolean;
}

/**
 * The button of an email address, a telephone number or a web site. A web site is followed only when it is one: an
 * address such as `javascript:…` in a row must never run.
 */
export function textAction(format: 'text' | 'email' | 'phone' | 'url', text: string): TextAction | undefined {
  if (text === '') return undefined;
  if (format === 'email')
    return { href: `mailto:${encodeURI(text)}`, label: 'form.sendEmail', icon: 'mail', opensWindow: false };
  if (format === 'phone') {
    const number = text.replace(/[^\d+*#,;]/g, '');
    return number === ''
      ? undefined
      : { href: `tel:${number}`, label: 'form.call', icon: 'phone', opensWindow: false };
  }
  const address = format === 'url' ? webAddress(text) : undefined;
  if (address === undefined) return undefined;
  return { href: address, label: 'form.openWebSite', icon: 'language', opensWindow: true };
}

/** People type `www.example.com` too; a text with blanks is no address. */
function webAddress(text: string): string | undefined {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
