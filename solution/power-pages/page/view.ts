/** Kinds of message, by the classes that the site's theme has for them. */
type Tone = 'info' | 'success' | 'danger';

/** The parts of the page that the template renders. */
export interface View {
  /** Id of the visitor's contact; undefined when nobody is signed in. */
  readonly contact: string | undefined;
  /** Shows what to do next: the form with or without the field for the code, or nothing of it. */
  readonly offer: (what: 'redeem' | 'type' | 'nothing') => void;
  /** Shows one of the texts of the template, by its name: `waiting`, `outcome-724300000`. */
  readonly say: (text: string, tone: Tone) => void;
  /** Shows where to go on to. */
  readonly continueTo: (address: string) => void;
  /** Lets the sign-in and sign-out links lead back to this address. */
  readonly comeBackTo: (address: string) => void;
  /** True for an outcome that grants. */
  readonly isGranted: (outcome: number) => boolean;
  /** Calls back with what was typed, empty when the field is not shown; not while the form is hidden, so a double click is one. */
  readonly onRedeem: (redeem: (typed: string) => void) => void;
}

/** The view of the page; undefined where the template is not. Texts are shown as text alone, never as markup. */
export function findView(root: HTMLElement | null): View | undefined {
  if (root === null) return undefined;
  const part = <E extends HTMLElement>(name: string): E | null =>
    root.querySelector<E>(`[data-part="${name}"]`);
  const [form, field, message, onward] = [part('form'), part('field'), part('message'), part('continue')];
  const input = root.querySelector('input');
  const show = (element: HTMLElement | null, isShown: boolean): void => {
    if (element) element.hidden = !isShown;
  };

  return {
    contact: root.dataset['contact'],
    offer(what) {
      show(form, what !== 'nothing');
      show(field, what === 'type');
      if (input) input.required = what === 'type';
    },
    say(text, tone) {
      if (!message) return;
      message.className = `alert alert-${tone}`;
      // A service newer than the template may answer with an outcome that it has no text for.
      message.textContent = root.getAttribute(`data-${text}`) ?? root.getAttribute('data-gave-up');
      message.hidden = false;
      // What had the focus may be gone; and who looks at a small screen is to see the answer.
      if (tone !== 'info') message.focus();
    },
    continueTo(address) {
      onward?.setAttribute('href', address);
      show(onward, true);
    },
    comeBackTo(address) {
      for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-return]')) {
        const url = new URL(link.href);
        url.searchParams.set('returnUrl', address);
        link.href = url.href;
      }
    },
    isGranted: (outcome) => (root.dataset['granted'] ?? '').split(' ').includes(String(outcome)),
    onRedeem(redeem) {
      form?.addEventListener('submit', (event) => {
        event.preventDefault();
        if (form.hidden) return;
        redeem(input?.value.trim() ?? '');
        if (input) input.value = '';
      });
    },
  };
}
