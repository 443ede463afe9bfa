import { describe, expect, it } from '@jest/globals';
import type { RibbonRuleStep } from '../../../sandbox/app/definition/ribbon/ribbon.js';
import type { Languages } from '../../../sandbox/app/definition/language.js';
import { readRibbon } from '../../../sandbox/app/definition/ribbon/readRibbon.js';
import { english, german } from './solutions.js';

interface Parts {
  readonly actions?: string;
  readonly commands?: string;
  readonly enableRules?: string;
  readonly displayRules?: string;
  readonly labels?: string;
}

const diff = ({ actions = '', commands = '', enableRules = '', displayRules = '', labels = '' }: Parts) => ({
  table: 'contact',
  ribbonDiffXml: `<RibbonDiffXml><CustomActions>${actions}</CustomActions>
    <CommandDefinitions>${commands}</CommandDefinitions>
    <RuleDefinitions><TabDisplayRules /><DisplayRules>${displayRules}</DisplayRules><EnableRules>${enableRules}</EnableRules></RuleDefinitions>
    <LocLabels>${labels}</LocLabels></RibbonDiffXml>`,
});
const read = (parts: Parts, languages: Languages = english) => readRibbon([diff(parts)], languages);

const location = 'Mscrm.Form.contact.MainTab.Save.Controls._children';
const action = (control: string, at = location, id = 'new.Action') =>
  `<CustomAction Id="${id}" Location="${at}" Sequence="40"><CommandUIDefinition>${control}</CommandUIDefinition></CustomAction>`;
const button = (parts = '') => `<Button Id="new.Button" Command="new.Command" ${parts} />`;

describe('a button', () => {
  const labels = `
    <LocLabel Id="new.Label"><Titles><Title description="Run" languagecode="1033" /><Title description="Starten" languagecode="1031" /></Titles></LocLabel>
    <LocLabel Id="new.Alt"><Titles><Title description="Run it" languagecode="1033" /></Titles></LocLabel>`;

  it('has its texts in the language of the user, else in the base language', () => {
    const control = button(
      'Sequence="20" LabelText="$LocLabels:new.Label" Alt="$LocLabels:new.Alt" ToolTipTitle="Plain" ToolTipDescription="$LocLabels:new.Missing" ModernImage="$webresource:new_/icons/run.svg"',
    );
    expect(read({ actions: action(control), labels }, german).actions).toEqual([
      {
        id: 'new.Action',
        place: 'Form',
        sequence: 20,
        control: {
          kind: 'button',
          id: 'new.Button',
          command: 'new.Command',
          sequence: 20,
          label: 'Starten',
          alt: 'Run it',
          tooltipTitle: 'Plain',
          tooltipDescription: 'new.Missing',
          icon: 'new_/icons/run.svg',
          sections: [],
        },
      },
    ]);
  });

  it('takes alternative text and place from its label and its action when it names none', () => {
    const [read1] = read({ actions: action(button('LabelText="Run"')) }).actions;
    expect(read1).toMatchObject({ sequence: 40, control: { alt: 'Run', sequence: 40 } });
    expect(read1?.control).not.toHaveProperty('icon');
  });

  it.each([
    ['Form', 'Mscrm.Form.contact.MainTab.ModernClient.Controls._children'],
    ['HomepageGrid', 'Mscrm.HomepageGrid.contact.MainTab.Management.Controls._children'],
    ['SubGrid', 'Mscrm.SubGrid.contact.MainTab.Actions.Controls._children'],
  ])('stands in the %s bar at %s', (place, at) => {
    expect(read({ actions: action(button(), at) }).actions).toMatchObject([{ place }]);
  });

  it.each([
    'Mscrm.Form.account.MainTab.Save.Controls._children',
    'Mscrm.Form.contact.MainTab.Groups._children',
    'Mscrm.BasicHomeTab.Tools.Controls._children',
  ])('at %s is in no bar of the table', (at) => {
    expect(read({ actions: action(button(), at) }).actions).toEqual([]);
  });

  it('of a later solution replaces the one with the same id, and all stand in sequence', () => {
    const one = diff({
      actions:
        action(button('Sequence="30" LabelText="Old"')) +
        action(button('Sequence="10"'), location, 'new.First'),
    });
    const two = diff({ actions: action(button('Sequence="20" LabelText="New"')) });
    expect(readRibbon([one, two], english).actions.map(({ id, control }) => [id, control.label])).toEqual([
      ['new.First', ''],
      ['new.Action', 'New'],
    ]);
  });

  it.each(['<Group Id="g" />', '<ComboBox Id="c" />'])('is not what %s is', (control) => {
    expect(read({ actions: action(control) }).actions).toEqual([]);
  });
});

describe('a flyout', () => {
  it.each([
    ['FlyoutAnchor', 'flyout'],
    ['SplitButton', 'split'],
  ])('made by %s has its sections and their buttons in sequence', (element, kind) => {
    const control = `<${element} Id="new.Menu" Command="new.Open" LabelText="Run"><Menu Id="m">
      <MenuSection Id="second" Sequence="20"><Controls Id="c2"><Button Id="b3" Command="x" LabelText="Three" /></Controls></MenuSection>
      <MenuSection Id="first" Sequence="10" Title="First"><Controls Id="c1"><Button Id="b2" Command="x" Sequence="2" LabelText="Two" /><Button Id="b1" Command="x" Sequence="1" LabelText="One" /></Controls></MenuSection>
    </Menu></${element}>`;
    expect(read({ actions: action(control) }).actions[0]?.control).toMatchObject({
      kind,
      sections: [
        { id: 'first', title: 'First', controls: [{ kind: 'button', label: 'One' }, { label: 'Two' }] },
        { id: 'second', title: '', controls: [{ label: 'Three' }] },
      ],
    });
  });
});

describe('a hidden control', () => {
  it('is named by the location of the action that hides it', () => {
    const actions = '<HideCustomAction HideActionId="new.Hide" Location="Mscrm.Form.contact.Delete" />';
    expect(read({ actions }).hidden).toEqual(['Mscrm.Form.contact.Delete']);
  });
});

describe('a command', () => {
  it('has its rules and its functions with what they are given', () => {
    const commands = `<CommandDefinition Id="new.Command">
      <EnableRules><EnableRule Id="e1" /><EnableRule Id="e2" /></EnableRules><DisplayRules><DisplayRule Id="d1" /></DisplayRules>
      <Actions><JavaScriptFunction Library="$webresource:new_/one.js" FunctionName="New.run">
        <CrmParameter Value="PrimaryControl" /><StringParameter Value="a" /><BoolParameter Value="true" /><IntParameter Value="3" /><DecimalParameter Value="1.5" />
      </JavaScriptFunction></Actions></CommandDefinition>`;
    expect(read({ commands }).commands).toEqual({
      'new.Command': {
        id: 'new.Command',
        enableRules: ['e1', 'e2'],
        displayRules: ['d1'],
        actions: [
          {
            library: 'new_/one.js',
            functionName: 'New.run',
            parameters: [
              { kind: 'crm', value: 'PrimaryControl' },
              { kind: 'literal', value: 'a' },
              { kind: 'literal', value: true },
              { kind: 'literal', value: 3 },
              { kind: 'literal', value: 1.5 },
            ],
          },
        ],
      },
    });
  });
});

describe('a rule', () => {
  const steps = (rule: string): readonly RibbonRuleStep[] => {
    const { enableRules, displayRules } = read({
      enableRules: `<EnableRule Id="new.Rule">${rule}</EnableRule>`,
      displayRules: `<DisplayRule Id="new.Display">${rule}</DisplayRule>`,
    });
    expect(displayRules['new.Display']?.steps).toEqual(enableRules['new.Rule']?.steps);
    return enableRules['new.Rule']?.steps ?? [];
  };

  it.each<[string, Record<string, unknown>]>([
    [
      '<CustomRule Library="$webresource:new_/one.js" FunctionName="New.may" Default="false"><CrmParameter Value="SelectedControl" /></CustomRule>',
      {
        kind: 'CustomRule',
        default: false,
        library: 'new_/one.js',
        functionName: 'New.may',
        parameters: [{ kind: 'crm', value: 'SelectedControl' }],
      },
    ],
    [
      '<ValueRule Field="statecode" Value="0" Default="true" />',
      { kind: 'ValueRule', field: 'statecode', value: '0', default: true },
    ],
    ['<FormStateRule State="Create" />', { kind: 'FormStateRule', state: 'Create' }],
    [
      '<FormStateRule State="BulkEdit" InvertResult="true" />',
      { kind: 'FormStateRule', state: 'BulkEdit', invert: true },
    ],
    [
      '<SelectionCountRule AppliesTo="SelectedEntity" Minimum="1" Maximum="250" />',
      { kind: 'SelectionCountRule', appliesTo: 'SelectedEntity', minimum: 1, maximum: 250 },
    ],
    [
      '<SelectionCountRule AppliesTo="PrimaryEntity" Minimum="1" />',
      { kind: 'SelectionCountRule', appliesTo: 'PrimaryEntity', minimum: 1 },
    ],
    [
      '<RecordPrivilegeRule PrivilegeType="AppendTo" AppliesTo="PrimaryEntity" />',
      { kind: 'RecordPrivilegeRule', appliesTo: 'PrimaryEntity', privilege: 'appendTo' },
    ],
    [
      '<EntityPrivilegeRule EntityName="account" PrivilegeType="Create" PrivilegeDepth="Basic" />',
      { kind: 'EntityPrivilegeRule', table: 'account', privilege: 'create' },
    ],
    [
      '<EntityPrivilegeRule AppliesTo="SelectedEntity" PrivilegeType="Write" PrivilegeDepth="Basic" />',
      { kind: 'EntityPrivilegeRule', appliesTo: 'SelectedEntity', privilege: 'write' },
    ],
    ['<EntityRule EntityName="account" />', { kind: 'EntityRule', table: 'account' }],
    [
      '<EntityRule AppliesTo="SelectedEntity" Context="SubGridStandard" />',
      { kind: 'EntityRule', appliesTo: 'SelectedEntity', context: 'SubGridStandard' },
    ],
    ['<CrmClientTypeRule Type="Web" />', { kind: 'CrmClientTypeRule', client: 'Web' }],
    ['<CommandClientTypeRule Type="Refresh" />', { kind: 'CommandClientTypeRule', client: 'Refresh' }],
  ])('is read: %s', (rule, expected) => {
    expect(steps(rule)).toEqual([{ invert: false, ...expected }]);
  });

  it('may offer alternatives', () => {
    const rule =
      '<OrRule><Or><FormStateRule State="Create" /></Or><Or><FormStateRule State="Existing" /><ValueRule Field="a" Value="1" /></Or></OrRule>';
    expect(steps(rule)).toMatchObject([
      {
        kind: 'OrRule',
        alternatives: [
          [{ kind: 'FormStateRule', state: 'Create' }],
          [{ kind: 'FormStateRule', state: 'Existing' }, { kind: 'ValueRule' }],
        ],
      },
    ]);
  });

  it('has all its steps', () => {
    expect(steps('<FormStateRule State="Existing" /><CrmClientTypeRule Type="Web" />')).toHaveLength(2);
  });

  it.each([
    ['SkuRule', '<SkuRule Sku="Online" InvertResult="true" />'],
    ['FormStateRule', '<FormStateRule State="Dreaming" InvertResult="true" />'],
    ['RecordPrivilegeRule', '<RecordPrivilegeRule PrivilegeType="Share" InvertResult="true" />'],
    [
      'EntityPrivilegeRule',
      '<EntityPrivilegeRule PrivilegeType="Read" PrivilegeDepth="Global" InvertResult="true" />',
    ],
    ['EntityRule', '<EntityRule Context="Dashboard" InvertResult="true" />'],
    ['CrmClientTypeRule', '<CrmClientTypeRule Type="Paper" InvertResult="true" />'],
  ])('is unknown when the app cannot tell: %s in %s', (element, rule) => {
    expect(steps(rule)).toEqual([{ kind: 'unknown', element, invert: true }]);
  });
});

describe('what the app does not do', () => {
  it('is told by its name: a menu that a command makes, an action that is no function', () => {
    const flyout =
      '<FlyoutAnchor Id="new.Menu" Command="new.Command" PopulateDynamically="true" PopulateQueryCommand="new.Populate" />';
    const command =
      '<CommandDefinition Id="new.Command"><Actions><Url Address="https://www.contoso.example" /></Actions></CommandDefinition>';
    const ribbon = read({ actions: action(flyout), commands: command });
    expect(ribbon.actions).toMatchObject([{ control: { kind: 'flyout', populatedDynamically: true } }]);
    expect(ribbon.commands['new.Command']).toMatchObject({ actions: [], unknownActions: ['Url'] });
    const usual = read({ actions: action(button('PopulateDynamically="false"')) }).actions[0]?.control;
    expect(usual).not.toHaveProperty('populatedDynamically');
  });
});
