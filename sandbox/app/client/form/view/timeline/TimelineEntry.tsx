import { useMemo } from 'preact/hooks';
import type { TimelineItem } from '../../model/formModel.js';
import { momentText } from '../format/dateText.js';
import { useFormSurface } from '../formSurface.js';
import { RowLink } from '../RowLink.js';
import { TableIcon } from '../../../icons/TableIcon.js';
import { plainText } from './plainText.js';
import { TimelineText } from './TimelineText.js';

/** One activity or note: what kind, whose, when; its subject leads to it. The text of an email is HTML. */
export function TimelineEntry({ item }: { readonly item: TimelineItem }) {
  const { host } = useFormSurface();
  const subject = item.subject || host.text('form.noSubject');
  const text = useMemo(
    () => (item.table === 'email' ? plainText(item.description) : item.description),
    [item.table, item.description],
  );
  return (
    <li class="timeline-entry" data-id={`timeline_record_content_${item.id}`}>
      <span class="timeline-icon">
        <TableIcon host={host} table={item.table} />
      </span>
      <div class="timeline-content">
        <p class="timeline-line">
          <span class="timeline-kind">{host.text('form.timelineBy', item.label, item.author)}</span>
          <time class="timeline-time" dateTime={item.modifiedOn}>
            {momentText(new Date(item.modifiedOn), host.definition.user.languageCode)}
          </time>
        </p>
        <p class="timeline-line">
          <RowLink
            row={{ id: item.id, name: item.subject, table: item.table }}
            class="timeline-subject"
            text={subject}
          />
          {item.status !== '' && <span class="badge">{item.status}</span>}
        </p>
        {text !== '' && <TimelineText text={text} subject={subject} />}
      </div>
    </li>
  );
}
