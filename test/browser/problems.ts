import type { Page } from 'playwright-core';

/** What went wrong in a page behind the user's back. */
export interface Problems {
  /** From now on, problems that match are part of the test: the sandbox refuses, and the browser writes that to its console. */
  allow(expected: RegExp): void;
  /** @throws Error naming every console error, script error, failed request and violation of the policy so far */
  expectClean(): void;
}

/** Watches a page before it loads anything. */
export async function recordProblems(page: Page): Promise<Problems> {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => found.push(`script error: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left takes back what it still waits for.
    if (reason !== 'net::ERR_ABORTED') found.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  });
  await page.exposeBinding('reportViolation', (_source, sentence: string) => void found.push(sentence));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function') {
        report(`policy violated: ${violatedDirective} by ${blockedURI} (${sourceFile})`);
      }
    });
  });
  return {
    allow: (expected) => void allowed.push(expected),
    expectClean() {
      const problems = found.filter((problem) => !allowed.some((expected) => expected.test(problem)));
      if (problems.length > 0) throw new Error(`The page was not clean:\n${problems.join('\n')}`);
    },
  };
}
