import { darkSurface } from '../brand/colors.js';

/** Colours by their purpose, in a light and a dark scheme, and what surrounds the card. */
export const base = `:root {
  color-scheme: light dark;
  --link: var(--brand);
  --page: #f3f4f6;
  --surface: #ffffff;
  --sunken: #f7f8fa;
  --line: #e1e4e8;
  --control-line: #868c95;
  --text: #1b1f24;
  --muted: #59616b;
  --danger: #b10e1c;
  --danger-surface: #fdf3f4;
  --danger-line: #eeacb2;
  --good: #0e700e;
  --good-surface: #f1faf1;
  --warning: #835b00;
  --warning-surface: #fff9e5;
  --shadow: 0 1px 2px rgb(15 23 32 / 8%), 0 12px 32px rgb(15 23 32 / 8%);
}

@media (prefers-color-scheme: dark) {
  :root {
    --link: var(--brand-on-dark);
    --page: #16181b;
    --surface: ${darkSurface};
    --sunken: #2b2f33;
    --line: #3b4046;
    --control-line: #8d959e;
    --text: #f1f3f5;
    --muted: #b3bac2;
    --danger: #ff9ea5;
    --danger-surface: #3a2225;
    --danger-line: #6e3a3f;
    --good: #8fdc8f;
    --good-surface: #1f3320;
    --warning: #ffd479;
    --warning-surface: #3a3220;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 32%);
  }
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

body {
  display: flex;
  flex-direction: column;
  align-items: center;
  min-height: 100vh;
  margin: 0;
  padding: 2.5rem 1rem 1.5rem;
  background: var(--page);
  background: linear-gradient(color-mix(in srgb, var(--brand) 12%, var(--page)), var(--page) 24rem) no-repeat var(--page);
  color: var(--text);
  font: 1rem/1.5 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}

.brand {
  display: flex;
  align-items: center;
  gap: 0.75rem;
  max-width: 100%;
  margin: 0 0 1.5rem;
}

.brand img {
  flex: none;
  width: auto;
  max-width: 10rem;
  height: 2.5rem;
  object-fit: contain;
}

.brand p {
  margin: 0;
  font-size: 1.125rem;
  font-weight: 600;
  overflow-wrap: anywhere;
}

footer {
  width: 100%;
  max-width: 29rem;
  margin: auto 0 0;
  padding: 2rem 0 0;
}

footer ul {
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  gap: 0 0.25rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

footer a {
  display: inline-block;
  min-height: 2rem;
  padding: 0.25rem 0.5rem;
  border-radius: 6px;
  color: var(--muted);
  font-size: 0.875rem;
  text-decoration: none;
}

footer a:hover {
  color: var(--text);
  text-decoration: underline;
}

footer a[aria-current] {
  color: var(--text);
  font-weight: 600;
}
`;
