export const DAY = 86400000;
const ZONE = 8 * 3600000;

export const weekday = i => '一二三四五六日'[i];

/** The Monday 00:00 (Asia/Shanghai) of that day's week, or of this one, in milliseconds. */
export function monday(date) {
  const parsed = date ? Date.parse(date + 'T00:00:00+08:00') : NaN;
  const local = (Number.isNaN(parsed) ? Date.now() : parsed) + ZONE;
  const midnight = Math.floor(local / DAY) * DAY;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY - ZONE;
}

/** When a schedule takes place between two times: [{schedule, start, end}], repetitions included. */
export function occurrences(schedule, from, to) {
  const start = schedule.start_time * 1000;
  const length = Math.max(schedule.end_time * 1000 - start, 0);
  const rule = schedule.reminders || {};
  const until = rule.repeat_until ? rule.repeat_until * 1000 : Infinity;
  const found = [];
  const add = at => { if (at + length > from && at < to) found.push({ schedule, start: at, end: at + length }); };
  if (!rule.is_repeat) { add(start); return found; }
  for (let at = start; at < to && at <= until; at += DAY) if (at + length > from && repeats(rule, start, at)) add(at);
  return found;
}

function repeats(rule, first, at) {
  const a = new Date(first + ZONE);
  const b = new Date(at + ZONE);
  const weekdayOf = d => ((d.getUTCDay() + 6) % 7) + 1;
  switch (rule.repeat_type) {
    case 1: return rule.repeat_day_of_week?.length ? rule.repeat_day_of_week.includes(weekdayOf(b)) : weekdayOf(a) === weekdayOf(b);
    case 2: return rule.repeat_day_of_month?.length ? rule.repeat_day_of_month.includes(b.getUTCDate()) : a.getUTCDate() === b.getUTCDate();
    case 5: return a.getUTCDate() === b.getUTCDate() && a.getUTCMonth() === b.getUTCMonth();
    case 7: return weekdayOf(b) < 6;
    default: return true;
  }
}
