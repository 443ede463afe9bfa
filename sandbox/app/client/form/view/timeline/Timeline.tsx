import { useId } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import type { ControlModel, TimelineModel } from '../../model/formModel.js';
import { useFormSurface } from '../formSurface.js';
import { TimelineEntry } from './TimelineEntry.js';

/** The activities and notes that regard the row, newest first. */
export function Timeline({
  control,
  timeline,
}: {
  readonly control: ControlModel;
  readonly timeline: TimelineModel;
}) {
  const { host, model } = useFormSurface();
  const headingId = useId();
  const items = timeline.items.value;
  const isLoading = timeline.isLoading.value;
  const isSaved = model.id.value !== undefined;
  return (
    <div
      role="group"
      class="timeline"
      data-id={control.id}
      data-control-name={control.id}
      aria-labelledby={headingId}
    >
      <div class="timeline-head">
        <h3 id={headingId} class="timeline-title">
          {control.label.value || host.text('form.timeline')}
        </h3>
        {isSaved && (
          <button
            type="button"
            class="icon-button"
            data-id="notescontrol-action_bar_refresh"
            aria-label={host.text('form.refreshTimeline')}
            title={host.text('form.refreshTimeline')}
            onClick={() => void timeline.refresh()}
          >
            <Icon name="refresh" />
          </button>
        )}
      </div>
      {!isSaved && <p class="empty-message">{host.text('form.timelineSaveFirst')}</p>}
      {isSaved && items.length === 0 && (
        <p class="empty-message" role="status">
          {host.text(isLoading ? 'form.loading' : 'form.timelineEmpty')}
        </p>
      )}
      {items.length > 0 && (
        <ul class="timeline-list" aria-busy={isLoading} aria-labelledby={headingId}>
          {items.map((item) => (
            <TimelineEntry key={item.id} item={item} />
          ))}
        </ul>
      )}
    </div>
  );
}
