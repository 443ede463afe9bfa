import { text } from '../../../solution/xml.js';
import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Elements of an activity's table and what they say ("Custom activities"). */
const said: Readonly<Record<string, string>> = {
  OwnershipTypeMask: 'UserOwned',
  ActivityTypeMask: 'CommunicationActivity',
  IsMailMergeEnabled: '0',
  HasRelatedNotes: 'True',
};

/** Columns of activitypointer that an export of a custom activity repeats. */
const pointerColumns = [
  ...[
    'activityid',
    'activitytypecode',
    'subject',
    'description',
    'regardingobjectid',
    'from',
    'to',
    'cc',
    'bcc',
  ],
  ...['customers', 'partners', 'organizer', 'requiredattendees', 'optionalattendees', 'resources'],
  ...['scheduledstart', 'scheduledend', 'scheduleddurationminutes', 'actualstart', 'actualend'],
  ...['actualdurationminutes', 'prioritycode', 'deliveryprioritycode', 'community', 'instancetypecode'],
  ...['isbilled', 'ismapiprivate', 'isregularactivity', 'isworkflowcreated', 'leftvoicemail'],
  ...[
    'exchangeitemid',
    'exchangeweblink',
    'sendermailboxid',
    'senton',
    'deliverylastattemptedon',
    'seriesid',
  ],
  ...[
    'serviceid',
    'sortdate',
    'slaid',
    'slainvokedid',
    'lastonholdtime',
    'onholdtime',
    'processid',
    'stageid',
  ],
  ...['traversedpath', 'postponeactivityprocessinguntil'],
];

/**
 * An activity's table is one: its flags, all columns of activitypointer, none of them its own, no name and key of its
 * own.
 */
export const activity: Rule = {
  name: 'table/activity',
  look: ({ files, prefix }) =>
    readWholeTables(files)
      .filter(({ isActivity }) => isActivity)
      .flatMap((table) => {
        const { file, entity, schemaName } = table;
        const columns = new Map(columnsOf(table).map((column) => [column.name, column]));
        return [
          ...Object.entries(said).map(([name, is]) => ({
            file,
            problem:
              text(entity, name) === is
                ? undefined
                : `${schemaName} is an activity and does not say ${name} as activities do. Write <${name}>${is}</${name}>.`,
          })),
          ...pointerColumns.map((name) => {
            const column = columns.get(name);
            const isPlatforms = column !== undefined && text(column.element, 'IsCustomField') === '0';
            return {
              file,
              problem: isPlatforms
                ? undefined
                : `${schemaName} is an activity and lacks ${name} as a column of the platform. Add its attribute, with IsCustomField 0.`,
            };
          }),
          {
            file,
            problem: columns.has(`${prefix}_name`)
              ? `${schemaName} is an activity and has ${prefix}_name. Remove it: the name of an activity is its subject.`
              : undefined,
          },
        ];
      }),
};
