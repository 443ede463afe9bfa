import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkSolution, type Report } from '../../../scripts/check/checkSolution.js';
import { readMaterial } from '../../../scripts/check/read/readMaterial.js';
import { readSource, type Material } from '../../../scripts/check/read/readSource.js';
import { sourceFile } from '../../../scripts/check/read/sourceFiles.js';
import { reportText } from '../../../scripts/check/reportText.js';
import type { Finding } from '../../../scripts/check/rule.js';
import { rules } from '../../../scripts/check/rules.js';
import { appMistakes } from './mistakes/apps.js';
import { chartAndDashboardMistakes } from './mistakes/chartsAndDashboards.js';
import { choiceAndKeyMistakes } from './mistakes/choicesAndKeys.js';
import { columnMistakes } from './mistakes/columns.js';
import { formMistakes } from './mistakes/forms.js';
import { manifestMistakes } from './mistakes/manifests.js';
import type { Mistake } from './mistakes/mistake.js';
import { packageMistakes } from './mistakes/packages.js';
import { relationshipMistakes } from './mistakes/relationships.js';
import { ribbonMistakes } from './mistakes/ribbons.js';
import { securityMistakes } from './mistakes/security.js';
import { tableMistakes } from './mistakes/tables.js';
import { templateAndVariableMistakes } from './mistakes/templatesAndVariables.js';
import { textMistakes } from './mistakes/texts.js';
import { viewMistakes } from './mistakes/views.js';
import { webResourceMistakes } from './mistakes/webResources.js';

const mistakes = [
  ...packageMistakes,
  ...manifestMistakes,
  ...tableMistakes,
  ...columnMistakes,
  ...choiceAndKeyMistakes,
  ...relationshipMistakes,
  ...securityMistakes,
  ...templateAndVariableMistakes,
  ...webResourceMistakes,
  ...ribbonMistakes,
  ...textMistakes,
  ...formMistakes,
  ...viewMistakes,
  ...chartAndDashboardMistakes,
  ...appMistakes,
];

/** Reading and building everything, in milliseconds on a slow machine. */
const patience = 30_000;

let shipped: Material;
beforeAll(async () => {
  shipped = await readMaterial(fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, ''));
}, patience);

/** What the rule of a mistake says once it is made. */
function findingsOf({ rule, file, edit }: Mistake): readonly Finding[] {
  const files = new Map(shipped.files);
  const content = edit(files.get(file)?.content ?? '');
  if (content === undefined) files.delete(file);
  else files.set(file, sourceFile(file, content));
  const source = readSource({ ...shipped, files });
  return checkSolution(
    source,
    rules.filter(({ name }) => name === rule),
  ).findings;
}

describe('the check of the solution', () => {
  let report: Report;
  beforeAll(() => {
    report = checkSolution(readSource(shipped), rules);
  });

  it('finds nothing in what is shipped', () => {
    expect(report.findings).toEqual([]);
  });

  it('has something to look at for every rule', () => {
    expect([...report.looked].filter(([, count]) => count === 0)).toEqual([]);
  });

  it('reads a folder with nothing in it, and says what is missing', () => {
    const { findings } = checkSolution(readSource({ ...shipped, files: new Map() }), rules);
    expect(findings).toContainEqual({
      rule: 'file/fresh',
      file: 'WebResources/inv_/js/contact.js',
      message: 'This file is missing. Run `npm run build`.',
    });
  });

  it('says in one line that all is well', () => {
    expect(reportText({ ...report, findings: [] })).toMatch(
      /^solution\/src: \d+ rules, [\d,]+ things checked, all fine\.$/,
    );
  });
});

describe('a mistake', () => {
  it.each(mistakes.map((mistake) => [mistake.rule, mistake.what, mistake] as const))(
    '%s: %s is found, with the file and the way to mend it',
    (_rule, _what, mistake) => {
      const [wrong, mend] = mistake.says;
      const messages = findingsOf(mistake)
        .filter(({ file }) => file === (mistake.foundIn ?? mistake.file))
        .map(({ message }) => message);
      // All of them when none says it, so that a failure shows what was said.
      const message = messages.find((text) => text.includes(wrong)) ?? messages.join('\n');
      expect(message).toContain(wrong);
      expect(message).toContain(mend);
    },
  );

  it('is made for every rule', () => {
    expect(new Set(mistakes.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  });
});

describe('the report', () => {
  it('names rules that looked at nothing', () => {
    expect(reportText({ looked: new Map([['chart/columns', 0]]), findings: [] })).toContain(
      'Nothing to look at for chart/columns: mend the rule, or remove it.',
    );
  });

  it('counts what the schemas say with the rest', () => {
    const text = reportText(
      { looked: new Map([['ribbon/ids', 2]]), findings: [] },
      {
        looked: new Map([['RibbonCore.xsd', 5]]),
        findings: [{ rule: 'RibbonCore.xsd', file: 'a.xml', message: 'Line 3: Wrong.' }],
      },
    );
    expect(text).toBe(
      [
        'solution/src/a.xml',
        '  Line 3: Wrong. (RibbonCore.xsd)',
        '',
        'solution/src: 1 rule, 2 things checked, 5 documents validated by 1 schema, 1 to mend in 1 file.',
      ].join('\n'),
    );
  });

  it('groups findings by file and counts them', () => {
    const text = reportText({
      looked: new Map([
        ['ribbon/ids', 1200],
        ['form/columns', 34],
      ]),
      findings: [
        { rule: 'ribbon/ids', file: 'b.xml', message: 'First.' },
        { rule: 'form/columns', file: 'a.xml', message: 'Second.' },
        { rule: 'form/columns', file: 'b.xml', message: 'Third.' },
      ],
    });
    expect(text).toBe(
      [
        'solution/src/a.xml',
        '  Second. (form/columns)',
        '',
        'solution/src/b.xml',
        '  First. (ribbon/ids)',
        '  Third. (form/columns)',
        '',
        'solution/src: 2 rules, 1,234 things checked, 3 to mend in 2 files.',
      ].join('\n'),
    );
  });
});
