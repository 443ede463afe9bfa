/** Narrow windows, a reader's own colours, paper, and who wants nothing to move. */
export const media = `@media (max-width: 30rem) {
  body {
    padding: 1rem 0.75rem;
  }

  .brand {
    margin-bottom: 1rem;
  }

  .card {
    padding: 1.5rem 1.25rem;
  }

  .sign {
    width: 2.5rem;
    height: 2.5rem;
    margin-bottom: 1rem;
  }

  .sign svg {
    width: 1.375rem;
    height: 1.375rem;
  }

  footer {
    padding-top: 1.25rem;
  }
}

@media (max-width: 24rem) {
  dl > div {
    display: block;
  }
}

@media (forced-colors: active) {
  .card,
  .person,
  .sign,
  .initial,
  .after[role='status'],
  .button.quiet {
    border: 1px solid CanvasText;
  }

  .button.primary {
    border: 2px solid ButtonText;
  }

  :focus-visible,
  .notice:focus {
    outline-color: Highlight;
  }
}

@media (prefers-reduced-motion: reduce) {
  .button {
    transition: none;
  }
}

@media print {
  body {
    padding: 0;
    background: none;
  }

  .card {
    border: 1px solid #999999;
    box-shadow: none;
  }

  footer,
  form,
  section,
  details {
    display: none;
  }
}
`;
