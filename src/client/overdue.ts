import { overdue } from '../site/texts.ts';

/** Marks what was due before today: the day is that of the device, for a page knows none. */
export function markOverdue(): void {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-due]')) {
    if (time.dateTime >= today.join('-')) continue;
    const mark = document.createElement('span');
    mark.className = 'badge open overdue';
    mark.textContent = overdue;
    time.after(' ', mark);
  }
}
