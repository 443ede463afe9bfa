import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import { child, isOn, text } from '../../solution/xml.js';
import { Mistake } from '../../command/mistake.js';
import type { ColumnOrigin, ColumnSource } from './wanted.js';
import { columnKinds, type ColumnKind } from './columnKinds.js';
import { labelOf } from './label.js';
import { managed } from './managed.js';
import { readOptions } from './options.js';

/** RequiredLevel of the XML → AttributeRequiredLevel. */
const requiredLevels: Readonly<Record<string, string>> = {
  none: 'None',
  recommended: 'Recommended',
  required: 'ApplicationRequired',
  systemrequired: 'SystemRequired',
};

/**
 * A column, from its `attribute` element (Web API: create and update column definitions).
 *
 * @param choices names of the solution's global choices
 * @throws Mistake when no request can make a column of its type
 */
export function readColumn(attribute: Element, choices: ReadonlySet<string>): ColumnSource {
  const name = text(attribute, 'LogicalName');
  const origin = originOf(attribute);
  const texts = {
    DisplayName: labelOf(attribute, 'displaynames'),
    Description: labelOf(attribute, 'Descriptions'),
  };
  const choice = text(attribute, 'OptionSetName');
  const optionSet = child(attribute, 'optionset');
  return {
    name,
    origin,
    definition:
      origin === 'platform' && !isPrimaryName(attribute) ? texts : { ...whole(attribute), ...texts },
    ...(choices.has(choice) ? { choice } : {}),
    ...(optionSet === undefined ? {} : { options: readOptions(optionSet) }),
  };
}

/** True for the column whose text names a row. An activity's is the platform's `subject`. */
export function isPrimaryName(attribute: Element): boolean {
  return hasMask(attribute, 'PrimaryName');
}

function originOf(attribute: Element): ColumnOrigin {
  if (!isOn(attribute, 'IsCustomField')) return 'platform';
  return text(attribute, 'Type') === 'lookup' ? 'relationship' : 'column';
}

function whole(attribute: Element): Json {
  const kind = kindOf(attribute);
  const level = requiredLevels[text(attribute, 'RequiredLevel')] ?? 'None';
  return {
    '@odata.type': `Microsoft.Dynamics.CRM.${kind.name}AttributeMetadata`,
    AttributeType: kind.code,
    AttributeTypeName: { Value: `${kind.name}Type` },
    SchemaName: attribute.getAttribute('PhysicalName') ?? '',
    RequiredLevel: managed(level, 'canmodifyrequirementlevelsettings'),
    IsAuditEnabled: managed(isOn(attribute, 'IsAuditEnabled'), 'canmodifyauditsettings'),
    IsValidForAdvancedFind: managed(hasMask(attribute, 'ValidForAdvancedFind'), 'canmodifysearchsettings'),
    IsGlobalFilterEnabled: managed(isOn(attribute, 'IsGlobalFilterEnabled'), 'canmodifyglobalfiltersettings'),
    IsSortableEnabled: managed(isOn(attribute, 'IsSortableEnabled'), 'canmodifyissortablesettings'),
    IsSecured: isOn(attribute, 'IsSecured'),
    ...kind.properties(attribute),
  };
}

function kindOf(attribute: Element): ColumnKind {
  const type = text(attribute, 'Type');
  const kind = columnKinds[type];
  if (kind === undefined)
    throw new Mistake(
      `Column ${text(attribute, 'LogicalName')} is of type ${type}, which provisioning does not make. Import the solution's zip instead.`,
    );
  return kind;
}

const hasMask = (attribute: Element, word: string): boolean =>
  text(attribute, 'DisplayMask').split('|').includes(word);
