import { addDays, addMonths } from '../format/calendarMonth.js';

/** The day a key leads to in a calendar (WAI-ARIA, "Date Picker Dialog"); undefined when it is none of a calendar's. */
export function dayByKey(key: string, day: Date, firstDayOfWeek: number): Date | undefined {
  const sinceWeekBegan = (day.getDay() - firstDayOfWeek + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -sinceWeekBegan);
    case 'End':
      return addDays(day, 6 - sinceWeekBegan);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return undefined;
  }
}
