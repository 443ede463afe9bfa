import type { AppDefinition } from '../../../sandbox/app/definition/definition.js';
import type {
  Ribbon,
  RibbonControl,
  RibbonFunction,
  RibbonPlace,
  RibbonRuleStep,
} from '../../../sandbox/app/definition/ribbon/ribbon.js';
import {
  aColumn,
  aDefinition,
  aFieldCell,
  aForm,
  aLookup,
  aTable,
  aView,
  type DefinitionParts,
  type TableParts,
} from '../definition.js';

/** A script and the name that it puts on the page. */
export const library = { name: 'test_/js/test.js', global: 'Test' } as const;

/** A function of that script: `Test.<name>`. */
export function aFunction(name: string, parameters: RibbonFunction['parameters'] = []): RibbonFunction {
  return { library: library.name, functionName: `${library.global}.${name}`, parameters };
}

/** A button in all three places, unless told otherwise. */
export function aControl(id: string, parts: Partial<RibbonControl> = {}): RibbonControl {
  return {
    kind: 'button',
    id,
    command: `${id}.Command`,
    sequence: 300,
    label: id,
    alt: id,
    tooltipTitle: '',
    tooltipDescription: '',
    sections: [],
    ...parts,
  };
}

export interface RibbonParts extends Partial<Omit<Ribbon, 'actions'>> {
  readonly controls: readonly RibbonControl[];
  readonly places?: readonly RibbonPlace[];
}

/** A ribbon with these controls; each has a command without rules and functions unless one is given. */
export function aRibbon({
  controls,
  places = ['Form', 'HomepageGrid', 'SubGrid'],
  commands = {},
  ...parts
}: RibbonParts): Ribbon {
  const plain = controls.map(({ command }) => [command, aCommand(command)] as const);
  return {
    hidden: [],
    enableRules: {},
    displayRules: {},
    ...parts,
    actions: places.flatMap((place) =>
      controls.map((control) => ({
        id: `${control.id}.CustomAction`,
        place,
        sequence: control.sequence,
        control,
      })),
    ),
    commands: { ...Object.fromEntries(plain), ...commands },
  };
}

/** A command without rules that does nothing, unless told otherwise. */
export function aCommand(
  id: string,
  parts: Partial<Ribbon['commands'][string]> = {},
): Ribbon['commands'][string] {
  return { id, enableRules: [], displayRules: [], actions: [], ...parts };
}

/** A ribbon with the one button `test.Button`, which is enabled by one rule of these steps. */
export function ribbonWith(steps: readonly RibbonRuleStep[]): Ribbon {
  return aRibbon({
    controls: [aControl('test.Button')],
    commands: {
      'test.Button.Command': aCommand('test.Button.Command', { enableRules: ['test.Rule'] }),
    },
    enableRules: { 'test.Rule': { id: 'test.Rule', steps } },
  });
}

/** Contacts of accounts, for a user who may do everything. */
export function anApp(contact: TableParts = {}, parts: DefinitionParts = {}): AppDefinition {
  const cells = ['fullname', 'emailaddress1', 'donotemail', 'parentcustomerid', 'statuscode'];
  return aDefinition({
    webResources: [{ name: library.name, type: 3, dependencies: [] }],
    tables: [
      aTable('contact', {
        label: 'Contact',
        collectionLabel: 'Contacts',
        objectTypeCode: 2,
        primaryName: 'fullname',
        columns: [
          aColumn('emailaddress1'),
          aColumn('donotemail', { type: 'bit' }),
          aLookup('parentcustomerid', ['account', 'contact'], { type: 'customer' }),
        ],
        views: [aView('contact', { columns: ['fullname'] })],
        forms: [aForm('contact', { cells: cells.map((cell) => aFieldCell(cell)) })],
        ...contact,
      }),
      aTable('account', {
        label: 'Account',
        objectTypeCode: 1,
        forms: [aForm('account', { cells: ['name', 'statuscode'].map((cell) => aFieldCell(cell)) })],
      }),
      aTable('systemuser', { label: 'User', ownership: 'none', primaryName: 'fullname' }),
      aTable('team', { label: 'Team', ownership: 'none' }),
      aTable('workflow', { label: 'Process' }),
    ],
    ...parts,
  });
}
