/** What can be clicked and typed into. Everything is 44 px high or more (WCAG 2.2, success criterion 2.5.5). */
export const controls = `.button {
  display: block;
  width: 100%;
  min-height: 2.75rem;
  margin: 1.25rem 0 0;
  padding: 0.5625rem 1rem;
  border: 1px solid var(--control-line);
  border-radius: 8px;
  background: var(--surface);
  color: var(--text);
  font: inherit;
  font-weight: 600;
  line-height: 1.5;
  text-align: center;
  text-decoration: none;
  overflow-wrap: anywhere;
  cursor: pointer;
  transition: background-color 120ms, border-color 120ms;
}

.button:hover {
  background: var(--sunken);
}

.button.primary {
  border-color: var(--brand);
  background: var(--brand);
  color: #ffffff;
}

.button.primary:hover {
  border-color: var(--brand-hover);
  background: var(--brand-hover);
}

.button.primary:active {
  border-color: var(--brand-pressed);
  background: var(--brand-pressed);
}

.button.quiet {
  border-color: transparent;
  background: none;
  color: var(--link);
  font-weight: 400;
}

.button.quiet:hover {
  background: var(--sunken);
  text-decoration: underline;
}

label {
  display: block;
  margin: 1rem 0 0;
  font-weight: 600;
}

label + .hint {
  margin: 0 0 0.375rem;
}

input[type='text'] {
  display: block;
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--control-line);
  border-radius: 8px;
  background: var(--surface);
  color: var(--text);
  font: inherit;
  font-family: ui-monospace, 'Cascadia Mono', 'Liberation Mono', Menlo, monospace;
}

input[aria-invalid='true'] {
  border-color: var(--danger);
}

details {
  margin: 1.25rem 0 0.75rem;
  border-top: 1px solid var(--line);
  padding-top: 0.75rem;
}

summary {
  width: fit-content;
  padding: 0.625rem 0.25rem;
  border-radius: 6px;
  color: var(--link);
  cursor: pointer;
}

summary:hover {
  text-decoration: underline;
}

details label {
  margin-top: 0.5rem;
}

:focus {
  outline: none;
}

:focus-visible {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}

.notice:focus {
  outline: 2px solid currentcolor;
  outline-offset: -1px;
}

.button + .button {
  margin-top: 0.75rem;
}

form + form .quiet {
  margin-top: 0.5rem;
}

.card > form:last-child .quiet {
  margin-bottom: -0.75rem;
}

form + .hint,
.button + .hint {
  margin-top: 1.25rem;
}

.missing {
  margin: 0.375rem 0 0;
  color: var(--danger);
  font-size: 0.875rem;
}
`;
