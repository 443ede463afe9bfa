import { swap, swapAfter, type Mistake } from './mistake.js';
import { dashboard, invitationChart } from './paths.js';

export const chartAndDashboardMistakes: readonly Mistake[] = [
  {
    rule: 'chart/columns',
    what: 'a chart of a column there is not',
    file: invitationChart,
    edit: swap('<attribute name="statuscode"', '<attribute name="inv_status"'),
    says: ['The chart asks for inv_status, which is no column of inv_invitation', 'Correct the attribute'],
  },
  {
    rule: 'chart/columns',
    what: 'a chart of another table',
    file: invitationChart,
    edit: swap('<entity name="inv_invitation"', '<entity name="contact"'),
    says: ['The chart asks for no rows of inv_invitation', 'Write <entity name="inv_invitation">'],
  },
  {
    rule: 'chart/columns',
    what: 'a chart that does not group',
    file: invitationChart,
    edit: swap(' groupby="true"', ''),
    says: ['The chart does not group and count', 'Give one attribute groupby="true"'],
  },
  {
    rule: 'chart/aliases',
    what: 'a measure that the query does not have',
    file: invitationChart,
    edit: swap('<measure alias="', '<measure alias="other_'),
    says: ['is no alias of the query', 'Correct it'],
  },
  {
    rule: 'dashboard/components',
    what: 'a view of another table',
    file: dashboard,
    edit: swap(
      '<ViewId>{ebd1685b-ac0a-4d05-a895-0c9e49ca57fd}',
      '<ViewId>{313e22a4-81db-4ce1-9d82-e6c036b2ca55}',
    ),
    says: ['which is no view of inv_invitation', 'Correct ViewId'],
  },
  {
    rule: 'dashboard/components',
    what: 'a chart of another table',
    file: dashboard,
    edit: swap('<VisualizationId>{de294314-', '<VisualizationId>{d4ee33d6-'),
    says: ['which is no chart of inv_invitation', 'Correct VisualizationId'],
  },
  {
    rule: 'dashboard/components',
    what: 'a chart without one',
    file: dashboard,
    edit: (content) => content.replace(/<VisualizationId>.*<\/VisualizationId>/, '<VisualizationId />'),
    says: ['shows a chart and names none', 'or ChartGridMode Grid'],
  },
  {
    rule: 'dashboard/components',
    what: 'a list of a table there is not',
    file: dashboard,
    edit: swap('<TargetEntityType>inv_invitation', '<TargetEntityType>inv_invite'),
    says: ['shows inv_invite, which does not exist', 'Correct TargetEntityType'],
  },
  {
    rule: 'dashboard/named',
    what: 'a dashboard without a name',
    file: dashboard,
    edit: (content) => content.replace(/<LocalizedNames>[\s\S]*?<\/LocalizedNames>/, ''),
    says: ['The dashboard has no LocalizedNames', 'Add them'],
  },
  {
    rule: 'dashboard/named',
    what: 'a dashboard that says it is a form',
    file: dashboard,
    edit: swapAfter('<FormXml>', '<forms type="dashboard"', '<forms type="main"'),
    says: ['forms has the type main', 'Write type="dashboard"'],
  },
];
