import { describe, expect, it } from '@jest/globals';
import { create, replace } from '../../../scripts/provision/plan/step.js';
import { planText } from '../../../scripts/provision/planText.js';

describe('A plan in words', () => {
  it('is each request as it would be sent, and the notes', () => {
    const column = create(
      'Create column',
      'Attributes',
      { SchemaName: 'inv_a' },
      { property: 'GlobalOptionSet@odata.bind', to: 'choice', name: 'inv_b' },
    );
    const table = replace('Change table', 'EntityDefinitions', { HasNotes: true });
    expect(planText({ steps: [column, table], notes: ['No icon.'] }, 'Invitations')).toBe(`# Create column
POST Attributes
MSCRM.SolutionUniqueName: Invitations

{
  "SchemaName": "inv_a",
  "GlobalOptionSet@odata.bind": "/GlobalOptionSetDefinitions(Name='inv_b')"
}

# Change table
PUT EntityDefinitions
MSCRM.SolutionUniqueName: Invitations
MSCRM.MergeLabels: true

{
  "HasNotes": true
}

# No icon.`);
  });
});
