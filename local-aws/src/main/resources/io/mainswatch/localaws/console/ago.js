// Times as a reader thinks of them; the exact one is in the tooltip.

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];
const words = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
const exact = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'medium'});

/** Makes the <time> element say how long ago it was, and keeps it right. */
export function showAgo(time, when) {
  time.dateTime = when.toISOString();
  time.title = exact.format(when);
  time.textContent = ago(when);
  time.classList.add('ago');
}

export const exactly = when => exact.format(when);

function ago(when) {
  const seconds = (Date.now() - when) / 1000;
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? [];
  if (unit) {
    return words.format(-Math.floor(seconds / length), unit);
  }
  return seconds < 10 ? 'just now' : `${Math.floor(seconds / 10) * 10} seconds ago`;
}

setInterval(() => {
  for (const time of document.querySelectorAll('time.ago')) {
    time.textContent = ago(new Date(time.dateTime));
  }
}, 5000);
