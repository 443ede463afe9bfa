import { readdirSync, readFileSync } from 'node:fs';
import { launchBrowser } from '../../../scripts/browser/launchBrowser.js';
const [dir = '', pattern = '.', out = '/tmp/sheet.png', w = '430', cols = '4'] = process.argv.slice(2);
const files = readdirSync(dir)
  .filter((f) => f.endsWith('.png') && new RegExp(pattern).test(f))
  .sort();
const html = `<body style="margin:8px;background:#888;display:grid;grid-template-columns:repeat(${cols},${w}px);gap:8px;font:11px sans-serif;align-items:start">${files.map((f) => `<div><div>${f}</div><img style="width:${w}px" src="data:image/png;base64,${readFileSync(`${dir}/${f}`).toString('base64')}"></div>`).join('')}</body>`;
const b = await launchBrowser();
const p = await b.newPage({ viewport: { width: Number(w) * Number(cols) + 60, height: 800 } });
await p.setContent(html);
await p.screenshot({ path: out, fullPage: true });
await b.close();
