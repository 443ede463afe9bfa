import { generateCode, hashCode, isFit, normaliseCode } from '../rules/code.js';
import { text } from '../text/text.js';
import { attributeOf, complain, valueOf } from './fields.js';
import { isNew, mayCreate } from './layout.js';

/** The hash that is being computed; a page shows one form with a code at a time. */
let underWay: Promise<void> | undefined;

/** Gives a new invitation a code, if the user may set one; else the service does, a moment after the row is saved. */
export function suggestCode(form: Xrm.FormContext): boolean {
  if (!isNew(form) || !mayCreate(form, 'inv_code') || valueOf(form, 'inv_code') !== null) return false;
  attributeOf(form, 'inv_code')?.setValue(generateCode());
  followCode(form);
  return true;
}

/**
 * Keeps the hash that of the code: computes it anew, refuses a code that is too weak. A code that was emptied takes its hash
 * along, and the service makes a new one.
 */
export function followCode(form: Xrm.FormContext): void {
  const code = valueOf<string>(form, 'inv_code');
  const normalised = normaliseCode(code ?? '');
  const unfit = code !== null && (normalised === undefined || !isFit(normalised));
  complain(form, 'inv_code', unfit ? text('codeTooWeak') : undefined);
  const hashing = (normalised === undefined ? Promise.resolve(undefined) : hashCode(normalised)).then(
    (hash) => {
      // Edited again meanwhile, or gone: then this hash is no longer the code's.
      if (valueOf<string>(form, 'inv_code') === code) setHash(form, hash);
    },
  );
  const mine = hashing
    .catch(() => undefined)
    .then(() => {
      if (underWay === mine) underWay = undefined;
    });
  underWay = mine;
}

/** Without a hash the service computes it; a stale one would let the code before open the invitation. */
function setHash(form: Xrm.FormContext, hash: string | undefined): void {
  attributeOf(form, 'inv_codehash')?.setValue(hash ?? null);
}

/** How a save was asked for (Client API reference, getSaveMode) → what asks for it again. */
const saveAgain: Readonly<Record<number, 'saveandclose' | 'saveandnew'>> = {
  2: 'saveandclose',
  59: 'saveandnew',
};

/**
 * Holds a save back until the hash is there, and saves then, in the same way.
 *
 * @returns true when this save is held back
 */
export function waitForHash(event: Xrm.Events.SaveEventContext): boolean {
  const waitsFor = underWay;
  if (waitsFor === undefined) return false;
  const args = event.getEventArgs();
  const form = event.getFormContext();
  const way = saveAgain[args.getSaveMode()];
  args.preventDefault();
  const save = async (): Promise<void> => {
    if (way === undefined) await form.data.save();
    else form.data.entity.save(way);
  };
  // The app has told people why the form cannot be saved.
  void waitsFor.then(save).catch(() => undefined);
  return true;
}
