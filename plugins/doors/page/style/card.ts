/** The card and what stands in it. */
export const card = `.card {
  width: 100%;
  max-width: 29rem;
  padding: 2rem;
  border: 1px solid transparent;
  border-radius: 14px;
  background: var(--surface);
  box-shadow: var(--shadow);
  overflow-wrap: break-word;
}

.sign {
  display: grid;
  place-items: center;
  width: 3rem;
  height: 3rem;
  margin: 0 0 1.25rem;
  border-radius: 50%;
  background: var(--sunken);
  background: color-mix(in srgb, var(--link) 11%, var(--surface));
  color: var(--link);
}

.sign svg {
  width: 1.625rem;
  height: 1.625rem;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.6;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.sign.done {
  background: var(--good-surface);
  color: var(--good);
}

.sign.warning,
.sign.wait {
  background: var(--warning-surface);
  color: var(--warning);
}

.sign.warning svg,
.sign.done svg {
  stroke-width: 2.2;
}

h1 {
  margin: 0 0 0.5rem;
  font-size: 1.5rem;
  font-weight: 600;
  line-height: 1.25;
  text-wrap: balance;
}

h2 {
  margin: 0 0 0.25rem;
  font-size: 1.0625rem;
  font-weight: 600;
  line-height: 1.4;
}

p {
  margin: 0 0 0.75rem;
}

.lead bdi,
.after bdi {
  display: inline-block;
  max-width: 100%;
  font-weight: 600;
  overflow-wrap: anywhere;
}

.hint {
  color: var(--muted);
  font-size: 0.875rem;
}

.notice {
  margin: 0 0 1.25rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--danger-line);
  border-radius: 8px;
  background: var(--danger-surface);
  color: var(--danger);
}

.notice p:last-child {
  margin: 0;
}

.notice .hint,
.notice a {
  color: inherit;
}

.notice.cancelled {
  border-color: var(--line);
  background: var(--sunken);
  color: inherit;
}

dl {
  margin: 1.25rem 0;
  border-top: 1px solid var(--line);
}

dl > div {
  display: grid;
  grid-template-columns: minmax(7rem, 34%) 1fr;
  gap: 0 1rem;
  padding: 0.625rem 0;
  border-bottom: 1px solid var(--line);
}

dt {
  grid-row: 1 / span 20;
  color: var(--muted);
}

dd {
  grid-column: 2;
  min-width: 0;
  margin: 0;
  font-weight: 600;
  overflow-wrap: anywhere;
}

dd.hint {
  font-weight: 400;
  text-wrap: balance;
}

.person {
  display: flex;
  align-items: center;
  gap: 0.75rem;
  margin: 1.25rem 0;
  padding: 0.75rem;
  border-radius: 10px;
  background: var(--sunken);
}

.person div {
  min-width: 0;
  overflow-wrap: anywhere;
}

.person p {
  margin: 0;
  font-size: 0.9375rem;
}

.person p:first-child {
  font-size: 1rem;
  font-weight: 600;
}

.person .hint {
  font-size: 0.875rem;
}

.initial {
  display: grid;
  flex: none;
  place-items: center;
  width: 2.5rem;
  height: 2.5rem;
  border-radius: 50%;
  background: var(--brand);
  color: #ffffff;
  font-weight: 600;
}

.after[role='status'] {
  padding: 0.75rem 1rem;
  border-radius: 8px;
  background: var(--good-surface);
}

.after[role='status'] p {
  margin: 0;
}

section {
  margin: 1.75rem 0 0;
}

.card > :last-child,
.card > :last-child > :last-child {
  margin-bottom: 0;
}
`;
