import { call } from './api.js';
import { h, day, time } from './dom.js';
import { DAY, monday, occurrences, weekday } from './week.js';

const ANSWER = { 0: '未回复', 1: '待定', 2: '已接受', 3: '已接受', 4: '已拒绝' };
const FIRST_HOUR = 8;
const LAST_HOUR = 20;

/** #/agenda is the list; #/agenda/week or #/agenda/week/2026-11-16 the week of that Monday. */
export function agenda(state) {
  const [mode, from] = state.path;
  const tab = (label, on, ...path) => h('button', { 'aria-selected': String(on), onclick: () => state.show('agenda', ...path) }, label);
  return [h('div', { class: 'office-tabs' }, tab('列表', mode !== 'week'), tab('周', mode === 'week', 'week')),
    mode === 'week' ? week(state, monday(from)) : list(state)];
}

function list(state) {
  const box = h('div', { class: 'agenda' });
  let current = '';
  for (const s of state.schedules) {
    const date = day(s.start_time * 1000);
    if (date !== current) box.append(h('h3', {}, h('b', {}, date)));
    current = date;
    box.append(event(s, state));
  }
  if (!state.schedules.length) box.append(h('div', { class: 'empty' }, h('b', {}, '没有日程'), '带提醒的待办日程会出现在这里'));
  return box;
}

function event(s, state) {
  const calendar = state.calendars.find(c => c.cal_id === s.cal_id) || {};
  const mine = (s.attendees || []).find(a => a.userid === state.me) || {};
  const el = h('article', { class: 'event', 'data-schedule': s.schedule_id },
    h('time', {}, s.is_whole_day ? '全天' : `${time(s.start_time * 1000)} – ${time(s.end_time * 1000)}`),
    h('b', {}, s.summary || '（无标题）'),
    s.description && h('p', {}, s.description), s.location && h('p', {}, '地点：' + s.location));
  if (calendar.color) el.style.setProperty('--calendar', calendar.color);
  const respond = status => async () => {
    await call('POST', `schedules/${s.schedule_id}/respond`, { userid: state.me, status });
    state.refresh();
  };
  const answered = mine.response_status;
  el.append(h('footer', {}, reminders(s).map(r => h('span', { class: 'bell' }, r)), h('span', {}, calendar.summary), h('span', { 'data-answer': answered }, ANSWER[answered]),
    h('span', { class: 'answers' }, [[2, '接受'], [1, '待定'], [4, '拒绝']].filter(([status]) => status !== answered).map(([status, label]) => h('button', { onclick: respond(status) }, label)))));
  return el;
}

function reminders(s) {
  const r = s.reminders;
  if (!r || !r.is_remind) return [];
  const before = r.remind_time_diffs?.length ? r.remind_time_diffs.map(d => -d) : [r.remind_before_event_secs || 0];
  return before.map(seconds => seconds === 0 ? '准时提醒' : seconds % 86400 === 0 ? `提前 ${seconds / 86400} 天提醒` : seconds % 3600 === 0 ? `提前 ${seconds / 3600} 小时提醒` : `提前 ${seconds / 60} 分钟提醒`);
}

let chosen = '';

function week(state, first) {
  const days = Array.from({ length: 7 }, (_, i) => first + i * DAY);
  const shown = state.schedules.flatMap(s => occurrences(s, first, first + 7 * DAY));
  const today = Math.floor((Date.now() - first) / DAY);
  const move = weeks => state.show('agenda', 'week', new Date(first + weeks * 7 * DAY + 12 * 3600000).toISOString().slice(0, 10));
  const whole = shown.filter(o => o.schedule.is_whole_day);
  const details = h('div', { class: 'agenda' });
  const open = o => {
    chosen = o.schedule.schedule_id;
    details.replaceChildren(h('h3', {}, h('b', {}, day(o.start))), event({ ...o.schedule, start_time: o.start / 1000, end_time: o.end / 1000 }, state));
  };
  const block = o => {
    const el = h('button', { class: 'block', 'data-schedule': o.schedule.schedule_id, title: o.schedule.summary, onclick: () => open(o) }, o.schedule.summary || '日程');
    const color = state.calendars.find(c => c.cal_id === o.schedule.cal_id)?.color;
    if (color) el.style.setProperty('--calendar', color);
    if (o.schedule.attendees.find(a => a.userid === state.me)?.response_status === 4) el.dataset.declined = '';
    return el;
  };
  const again = shown.find(o => o.schedule.schedule_id === chosen);
  if (again) open(again);
  return h('div', { class: 'week' },
    h('header', {}, h('button', { 'aria-label': '上一周', onclick: () => move(-1) }, '‹'), h('b', {}, span(first)), h('button', { 'aria-label': '下一周', onclick: () => move(1) }, '›')),
    h('div', { class: 'week-grid' }, h('span', {}), days.map((d, i) => h('span', { class: 'day' + (i === today ? ' today' : '') }, h('small', {}, weekday(i)), new Date(d + 8 * 3600000).getUTCDate())),
      whole.length > 0 && [h('span', { class: 'hour' }, '全天'), days.map(d => h('div', { class: 'all-day' }, whole.filter(o => o.start < d + DAY && o.end > d).map(block)))],
      h('div', { class: 'hours' }, Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, i) => h('span', {}, `${FIRST_HOUR + i}`))),
      days.map(d => h('div', { class: 'column' }, lanes(shown.filter(o => !o.schedule.is_whole_day && o.start >= d && o.start < d + DAY)).map(([o, lane, of]) => {
        const el = block(o);
        const at = ms => Math.max(0, Math.min(1, (ms - d - FIRST_HOUR * 3600000) / ((LAST_HOUR - FIRST_HOUR) * 3600000)));
        el.style.top = at(o.start) * 100 + '%';
        el.style.height = Math.max(at(o.end) - at(o.start), 0.045) * 100 + '%';
        el.style.left = (lane / of) * 100 + '%';
        el.style.width = 100 / of + '%';
        return el;
      })))),
    details, !shown.length && h('div', { class: 'empty' }, h('b', {}, '这一周没有日程')));
}

/** [occurrence, lane, lanes]: those that overlap stand side by side. */
function lanes(all) {
  const ends = [];
  const placed = [...all].sort((a, b) => a.start - b.start).map(o => {
    const free = ends.findIndex(end => end <= o.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(o.end, o.start + 1800000);
    return [o, lane];
  });
  return placed.map(([o, lane]) => [o, lane, ends.length]);
}

function span(first) {
  const format = ms => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' }).format(ms);
  return `${format(first)} – ${format(first + 6 * DAY)}`;
}
