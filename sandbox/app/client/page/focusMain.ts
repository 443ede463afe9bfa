/** Moves the focus to the page: where the keyboard goes on when what had the focus is gone. */
export function focusMain(): void {
  document.getElementById('main')?.focus();
}
