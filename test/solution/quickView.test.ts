import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entries } from '../../scripts/solution/entries.js';
import { child, text } from '../../scripts/solution/xml.js';
import { descendants, formsOf, quickViewClass, relationships, source, value } from './source.js';

const quickViews = formsOf('Contact', 'quick');
const [quickView] = quickViews;
const controls = quickView ? descendants(quickView, 'control') : [];

/** The controls on the form of invitations that show a quick view. */
const showing = formsOf('inv_invitation').flatMap((form) =>
  descendants(form, 'control').filter((control) => value(control, 'classid') === quickViewClass),
);

describe('the quick view of a contact', () => {
  it('is all that the solution has of forms of contacts', () => {
    const types = entries(join(source, 'Entities', 'Contact', 'FormXml')).map((folder) => basename(folder));
    expect(types).toEqual(['quick']);
    expect(quickViews).toHaveLength(1);
  });

  it('shows whether the contact can be mailed, and the invitations that are for it', () => {
    expect(controls.map((control) => value(control, 'id'))).toEqual([
      'emailaddress1',
      'donotemail',
      'parentcustomerid',
      'subgrid_invitations',
    ]);
  });

  it('lets nobody change anything', () => {
    const fields = controls.filter((control) => control.hasAttribute('datafieldname'));
    expect(fields.map((control) => value(control, 'disabled'))).toEqual(fields.map(() => 'true'));
  });

  it('lists the invitations by the lookup that the form of invitations shows it for', () => {
    const subgrid = controls.find((control) => value(control, 'id') === 'subgrid_invitations');
    const relationship = relationships.find(
      (found) => value(found, 'Name') === text(child(subgrid, 'parameters'), 'RelationshipName'),
    );
    expect(showing.map((control) => value(control, 'datafieldname'))).toEqual([
      text(relationship, 'ReferencingAttributeName'),
    ]);
  });

  it('is the form that the control names, by the table of the lookup', () => {
    const id = text(child(quickView, 'systemform'), 'formid').slice(1, -1);
    expect(showing.map((control) => text(child(control, 'parameters'), 'QuickForms'))).toEqual([
      `<QuickFormIds><QuickFormId entityname="contact">${id}</QuickFormId></QuickFormIds>`,
    ]);
  });
});
