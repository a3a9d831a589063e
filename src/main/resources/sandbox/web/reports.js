import { call, get } from './api.js';
import { avatar, h, dateTime, toast } from './dom.js';
import { checks } from './ask.js';
import { empty } from './drive.js';

const drafts = new Map();

export const loadReports = async me => ({ reporting: await get('reports?userid=' + me) });

export function reportsTitle(state) {
  const [what, id] = state.path;
  if (what === 'write') return '写' + (state.reporting?.templates.find(t => t.template_id === id)?.template_name || '汇报');
  return what ? '汇报详情' : '汇报';
}

/** #/reports, #/reports/write/template, #/reports/uuid. */
export function reports(state) {
  const { templates = [], reports: all = [] } = state.reporting || {};
  const [what, id] = state.path;
  if (what === 'write') return write(templates.find(t => t.template_id === id), state);
  if (what) return detail(all.find(r => r.journal_uuid === what), state);
  const mine = all.filter(r => r.submitter.userid === state.me);
  const others = all.filter(r => r.submitter.userid !== state.me);
  return h('div', { class: 'office' },
    h('section', { class: 'tile' }, h('h3', {}, '写汇报'), h('div', { class: 'chips' }, templates.map(t => h('button', { 'data-template': t.template_name, onclick: () => state.show('reports', 'write', t.template_id) }, t.template_name)))),
    list('我收到的', others, state), list('我写的', mine, state),
    !all.length && empty('还没有汇报', '写一份日报、周报或月报，选择汇报给谁'));
}

function list(title, all, state) {
  return all.length > 0 && [h('h3', { class: 'caption' }, title), h('section', { class: 'rows' }, all.map(r => {
    const unread = r.submitter.userid !== state.me && !r.readed_receivers.some(p => p.userid === state.me);
    return h('button', { class: 'line', 'data-report': r.journal_uuid, onclick: () => state.show('reports', r.journal_uuid) }, avatar(state.name(r.submitter.userid)),
      h('span', {}, h('b', {}, `${state.name(r.submitter.userid)}的${r.template_name}`), h('small', {}, dateTime(r.report_time * 1000) + ' · ' + first(r))), unread ? h('em', { class: 'new' }, '未读') : h('i', {}, '›'));
  }))];
}

const first = r => (r.apply_data.contents.find(c => c.value.text)?.value.text || '').split('\n')[0].slice(0, 18);

function write(template, state) {
  if (!template) return empty('没有这个模板', '');
  const key = state.me + template.template_id;
  const draft = drafts.get(key) || { contents: {}, receivers: leaders(state) };
  drafts.set(key, draft);
  const submit = async e => {
    e.preventDefault();
    const report = await call('POST', 'reports', { userid: state.me, template_id: template.template_id, ...draft });
    drafts.delete(key);
    toast('已提交');
    state.show('reports', report.journal_uuid);
  };
  return h('form', { class: 'office entry', onsubmit: submit },
    template.controls.map(c => h('label', {}, h('span', {}, c.title, c.require && h('em', { class: 'must' }, ' *')),
      h('textarea', { name: c.id, rows: 4, value: draft.contents[c.id] || '', required: c.require ? true : undefined, oninput: e => { draft.contents[c.id] = e.target.value; } }))),
    h('fieldset', {}, h('legend', {}, '汇报给'), checks('receivers', state.members.filter(m => m.userid !== state.me).map(m => [m.userid, m.name]), draft.receivers, all => { draft.receivers = all; })),
    h('button', { class: 'button wide', type: 'submit' }, '提交'));
}

function leaders(state) {
  const me = state.members.find(m => m.userid === state.me);
  return me?.direct_leader?.length ? me.direct_leader : state.members.filter(m => m.userid !== state.me).slice(0, 1).map(m => m.userid);
}

function detail(report, state) {
  if (!report) return empty('没有这份汇报', '');
  if (report.submitter.userid !== state.me && !report.readed_receivers.some(p => p.userid === state.me)) {
    report.readed_receivers.push({ userid: state.me });
    call('POST', `reports/${report.journal_uuid}/read`, { userid: state.me }).catch(() => {});
  }
  const comment = async e => {
    e.preventDefault();
    const input = e.target.elements.content;
    await call('POST', `reports/${report.journal_uuid}/comments`, { userid: state.me, content: input.value });
    input.value = '';
    input.blur();
    state.refresh(true);
  };
  const names = people => people.map(p => state.name(p.userid)).join('、') || '无';
  return h('div', { class: 'office' },
    h('article', { class: 'tile report' }, h('header', {}, avatar(state.name(report.submitter.userid)), h('div', {}, h('b', {}, `${state.name(report.submitter.userid)}的${report.template_name}`), h('small', {}, dateTime(report.report_time * 1000)))),
      report.apply_data.contents.map(c => [h('h3', {}, c.title[0].text), h('p', { class: 'text' }, c.value.text || '—')]),
      h('footer', {}, `汇报给 ${names(report.receivers)} · 已读 ${names(report.readed_receivers)}`)),
    report.comments.length > 0 && h('section', { class: 'rows comments' }, report.comments.map(c => h('div', { class: 'line' }, avatar(state.name(c.comment_userinfo.userid), true),
      h('span', {}, h('b', {}, c.content), h('small', {}, `${state.name(c.comment_userinfo.userid)} · ${dateTime(c.comment_time * 1000)}`))))),
    h('form', { class: 'reply', onsubmit: comment }, h('input', { name: 'content', placeholder: '写评论', required: true, 'aria-label': '评论' }), h('button', { class: 'button', type: 'submit' }, '发送')));
}
