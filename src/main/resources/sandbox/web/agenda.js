import { call } from './api.js';
import { h, day, time } from './dom.js';

const ANSWER = { 0: '未回复', 1: '待定', 2: '已接受', 3: '已接受', 4: '已拒绝' };

export function agenda(state) {
  const list = h('div', { class: 'agenda' });
  let current = '';
  for (const s of state.schedules) {
    const date = day(s.start_time * 1000);
    if (date !== current) list.append(h('h3', {}, h('b', {}, date)));
    current = date;
    list.append(event(s, state));
  }
  if (!state.schedules.length) list.append(h('div', { class: 'empty' }, h('b', {}, '没有日程'), '带提醒的待办日程会出现在这里'));
  return list;
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
  el.append(h('footer', {}, reminders(s).map(r => h('span', { class: 'bell' }, r)), h('span', {}, calendar.summary), h('span', {}, ANSWER[mine.response_status]),
    !mine.response_status && [h('button', { onclick: respond(2) }, '接受'), h('button', { onclick: respond(4) }, '拒绝')]));
  return el;
}

function reminders(s) {
  const r = s.reminders;
  if (!r || !r.is_remind) return [];
  const before = r.remind_time_diffs?.length ? r.remind_time_diffs.map(d => -d) : [r.remind_before_event_secs || 0];
  return before.map(seconds => seconds === 0 ? '准时提醒' : seconds % 86400 === 0 ? `提前 ${seconds / 86400} 天提醒` : seconds % 3600 === 0 ? `提前 ${seconds / 3600} 小时提醒` : `提前 ${seconds / 60} 分钟提醒`);
}
