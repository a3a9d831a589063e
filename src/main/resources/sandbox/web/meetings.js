import { call, get } from './api.js';
import { avatar, h, day, time, toast } from './dom.js';
import { confirmed } from './ask.js';
import { empty } from './drive.js';

const STATUS = { 1: ['待开始', 'soon'], 2: ['进行中', 'on'], 3: ['已结束', 'over'], 4: ['已取消', 'over'], 5: ['已过期', 'over'] };

export const loadMeetings = async me => ({ meetings: (await get('meetings?userid=' + me)).meetings });

export function meetings(state) {
  const all = state.meetings || [];
  if (!all.length) return empty('没有会议', '应用为你预约的会议会出现在这里');
  const open = all.filter(m => m.status < 3);
  const past = all.filter(m => m.status > 2).reverse();
  return h('div', { class: 'office' }, open.map(m => card(m, state)), past.length > 0 && [h('h3', { class: 'caption' }, '历史会议'), past.map(m => card(m, state))]);
}

function card(m, state) {
  const [label, tone] = STATUS[m.status];
  const people = [m.admin_userid, ...(m.invitees?.userid || []).filter(u => u !== m.admin_userid)];
  const visit = m.joined?.[state.me];
  const inside = visit && !(visit.last_quit_time >= visit.since);
  const attend = action => async () => {
    await call('POST', `meetings/${m.meetingid}/attend`, { userid: state.me, action });
    toast(action === 'join' ? '已入会' : '已离会');
    state.refresh();
  };
  const cancel = async () => {
    if (!await confirmed(`取消会议「${m.title}」？`)) return;
    await call('PATCH', `meetings/${m.meetingid}`, { userid: state.me, cancelled: true });
    state.refresh();
  };
  const start = m.meeting_start * 1000;
  return h('article', { class: 'tile meeting', 'data-meeting': m.meetingid, 'data-tone': tone },
    h('header', {}, h('h2', {}, m.title), h('em', {}, label)),
    h('p', {}, `${day(start)} ${time(start)} – ${time(start + m.meeting_duration * 1000)}`),
    m.location && h('p', {}, '地点：' + m.location), m.description && h('p', { class: 'text' }, m.description),
    h('p', { class: 'code' }, '会议号 ' + m.meeting_code.replace(/(\d{3})(?=\d)/g, '$1 ')),
    h('div', { class: 'attending' }, people.slice(0, 6).map(u => avatar(state.name(u), true)), h('small', {}, `${people.length} 人 · 管理员 ${state.name(m.admin_userid)}`)),
    m.status < 3 && h('div', { class: 'actions' },
      inside ? h('button', { class: 'button plain', onclick: attend('quit') }, '离开会议') : h('button', { class: 'button', 'data-join': '', onclick: attend('join') }, '加入会议'),
      m.admin_userid === state.me && h('button', { class: 'button plain danger', onclick: cancel }, '取消会议')));
}
