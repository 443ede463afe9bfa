import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Host } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import { addMonths, calendarWeeks, firstDayOfWeek, weekdays } from '../format/calendarMonth.js';
import { longDateText, monthText } from '../format/dateText.js';
import { dayByKey } from './dayByKey.js';

interface CalendarProps {
  readonly host: Host;
  readonly label: string;
  readonly day: Date | undefined;
  readonly onChoose: (day: Date) => void;
  readonly onClose: () => void;
}

/** A month to pick a day from. Arrows move by day and week, Page Up and Down by month (WAI-ARIA, "Date Picker Dialog"). */
export function Calendar({ host, label, day, onChoose, onClose }: CalendarProps) {
  const { languageCode } = host.definition.user;
  const today = new Date();
  const focused = useSignal(day ?? new Date(today.getFullYear(), today.getMonth(), today.getDate()));
  const movesFocus = useRef(true);
  const body = useRef<HTMLTableSectionElement>(null);
  const firstDay = firstDayOfWeek(languageCode);
  const isSame = (left: Date, right: Date | undefined) => left.toDateString() === right?.toDateString();

  useLayoutEffect(() => {
    if (movesFocus.current) body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    movesFocus.current = false;
  }, [focused.value]);
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);

  const turn = (months: number) => {
    focused.value = addMonths(focused.value, months);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const next =
      (event.target as Element).closest('td') === null
        ? undefined
        : dayByKey(event.key, focused.value, firstDay);
    if (next === undefined) return;
    event.preventDefault();
    movesFocus.current = true;
    focused.value = next;
  };
  return (
    <div class="calendar" role="dialog" aria-label={label} onKeyDown={onKeyDown}>
      <div class="calendar-head">
        <span class="calendar-month" aria-live="polite">
          {monthText(focused.value, languageCode)}
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label={host.text('form.previousMonth')}
          onClick={() => turn(-1)}
        >
          <Icon name="chevronLeft" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={host.text('form.nextMonth')}
          onClick={() => turn(1)}
        >
          <Icon name="chevronRight" />
        </button>
      </div>
      <table role="grid" aria-label={monthText(focused.value, languageCode)}>
        <thead>
          <tr>
            {weekdays(languageCode).map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {calendarWeeks(focused.value, firstDay).map((week) => (
            <tr key={week[0]?.getTime()}>
              {week.map((date) => (
                <td key={date.getTime()} role="gridcell" aria-selected={isSame(date, day)}>
                  <button
                    type="button"
                    class={dayClass(date, focused.value)}
                    tabIndex={isSame(date, focused.value) ? 0 : -1}
                    aria-current={isSame(date, today) ? 'date' : undefined}
                    aria-label={longDateText(date, languageCode)}
                    onClick={() => {
                      onChoose(date);
                    }}
                  >
                    {date.getDate()}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="calendar-today"
        onClick={() => {
          onChoose(new Date(today.getFullYear(), today.getMonth(), today.getDate()));
        }}
      >
        {host.text('form.today')}
      </button>
    </div>
  );
}

const dayClass = (date: Date, shown: Date): string =>
  date.getMonth() === shown.getMonth() ? 'calendar-day' : 'calendar-day calendar-day-outside';
