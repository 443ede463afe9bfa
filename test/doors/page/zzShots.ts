import { mkdirSync, readFileSync } from 'node:fs';
import pino from 'pino';
import { createDoors } from '../../../plugins/doors/createDoors.js';
import { launchBrowser } from '../../../scripts/browser/launchBrowser.js';
import { doorsConfig, fakeSignIn, pluginContext } from './fakes.js';
import { signedInStates, statesByCode, strangerStates } from './states.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';

const out = process.argv[2] ?? '/tmp/shots';
const langs = (process.argv[3] ?? 'en').split(',');
const schemes = (process.argv[4] ?? 'light').split(',') as ('light' | 'dark')[];
const widths = (process.argv[5] ?? '1280').split(',').map(Number);
const only = process.argv[6] ? new RegExp(process.argv[6]) : /./;
const withAxe = process.argv[7] === 'axe';
mkdirSync(out, { recursive: true });
const port = 5899;
const url = `http://127.0.0.1:${port}`;
let ready = true;
let failing: 'cancel' | undefined;
let outcome = 'redeemed';
const signIn = fakeSignIn();
const app = await createDoors({
  config: { ...doorsConfig, url },
  context: () => (ready ? pluginContext() : undefined),
  signIn: {
    ...signIn,
    origins: () => [url],
    begin: async (p, o) => ({
      ...(await signIn.begin(p, o)),
      location: `${url}/signed-in/${p}?state=state${failing === 'cancel' ? '&error=access_denied' : ''}`,
    }),
    finish: async (...a) => {
      if (failing) throw invitationError('INV_VISITOR_NOT_SIGNED_IN', { provider: 'x', reason: 'y' });
      return signIn.finish(...a);
    },
  },
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  redemptions: statesByCode({
    redeem: async () => {
      if (outcome === 'trouble') throw invitationError('INV_DATAVERSE_BUSY', { operation: 'x', seconds: 3 });
      if (outcome === 'failed') return { outcome: 'failed', reason: '' };
      return {
        outcome: 'redeemed',
        reason: '',
        granted: {
          account: 'Fabrikam, Inc.',
          keptAccount: false,
          webRoles: ['Customer', 'Order Approver'],
          workflow: true,
        },
      };
    },
  }),
});
await app.listen({ port });
const browser = await launchBrowser();
const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
for (const lang of langs)
  for (const scheme of schemes)
    for (const width of widths) {
      const fresh = async (cookies = true) => {
        const context = await browser.newContext({
          viewport: { width, height: 760 },
          colorScheme: scheme,
          locale: lang,
          deviceScaleFactor: 1,
        });
        const page = await context.newPage();
        page.on('console', (m) => {
          if (m.type() === 'error' && !/status of (4|5)/.test(m.text())) console.log('console', m.text());
        });
        return { context, page, cookies };
      };
      const shoot = async (
        name: string,
        go: (
          page: import('playwright-core').Page,
          context: import('playwright-core').BrowserContext,
        ) => Promise<unknown>,
      ) => {
        if (!only.test(name)) return;
        const { context, page } = await fresh();
        await go(page, context);
        await page.screenshot({ path: `${out}/${name}-${lang}-${scheme}-${width}.png`, fullPage: true });
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (overflow) console.log('overflow', name, lang, width, overflow);
        if (withAxe) {
          await page.evaluate(axeSource);
          const r = (await page.evaluate(
            "axe.run({resultTypes:['violations']}).then(r=>r.violations.map(v=>v.id+': '+v.nodes.map(n=>n.target.join(' ')+' '+n.failureSummary).join(' | ')))",
          )) as string[];
          for (const v of r) console.log('AXE', name, lang, scheme, width, v);
        }
        await context.close();
      };
      for (const s of Object.keys(strangerStates))
        await shoot(s, (p) => p.goto(`${url}/register?invitation=${s}`));
      for (const s of Object.keys(signedInStates))
        await shoot(s, async (p) => {
          await p.goto(`${url}/register?invitation=${s}`);
          await p.locator('button[value=contoso]').click();
        });
      await shoot('code', (p) => p.goto(`${url}/register`));
      await shoot('code-missing', async (p) => {
        await p.goto(`${url}/register`);
        await p.locator('#code').fill('  ');
        await p.locator('button.primary').click();
      });
      await shoot('redeemed', async (p) => {
        await p.goto(`${url}/register?invitation=welcome`);
        await p.locator('button[value=contoso]').click();
        await p.locator('button.primary').click();
      });
      for (const o of ['trouble', 'failed'])
        await shoot(`notice-${o}`, async (p) => {
          outcome = o;
          await p.goto(`${url}/register?invitation=welcome`);
          await p.locator('button[value=contoso]').click();
          await p.locator('button.primary').click();
          outcome = 'redeemed';
        });
      await shoot('notice-cancelled', async (p) => {
        failing = 'cancel';
        await p.goto(`${url}/register?invitation=open`);
        await p.locator('button[value=contoso]').click();
        failing = undefined;
      });
      await shoot('cookies', async (p, c) => {
        await p.goto(`${url}/register`);
        await c.clearCookies();
        await p.locator('#code').fill('x');
        await p.locator('button.primary').click();
      });
      await shoot('form', async (p, c) => {
        await p.goto(`${url}/register`);
        await c.addCookies([{ name: 'journey', value: 'old', url }]);
        await p.locator('#code').fill('x');
        await p.locator('button.primary').click();
      });
      await shoot('wait', async (p) => {
        ready = false;
        await p.goto(`${url}/register?invitation=open`);
        ready = true;
      });
      await shoot('lost', (p) => p.goto(`${url}/nothing`));
    }
await browser.close();
await app.close();
