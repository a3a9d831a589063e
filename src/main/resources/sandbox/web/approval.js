import { status } from './approvals.js';
import { avatar, dateTime, h } from './dom.js';

const KINDS = { 1: '审批人', 2: '抄送人', 3: '办理人' };
const TOGETHER = { 1: '会签 · 需全部同意', 2: '或签 · 一人同意即可', 3: '依次审批' };
const OPINIONS = { 2: ['已同意', 'green'], 3: ['已驳回', 'red'], 4: ['已转审', 'gray'], 11: ['已退回', 'orange'], 12: ['已加签', 'blue'], 13: ['同意并加签', 'green'], 14: ['已办理', 'green'], 15: ['已转交', 'gray'] };
const DEEDS = { apply: '提交申请', agree: '同意', reject: '驳回', transfer: '转审', urge: '催办', revoke: '撤销', revoke_approved: '撤销已通过的审批', send_back: '退回', add_signer: '加签', agree_and_add_signer: '同意并加签', handle: '办理', pass_on: '转交' };
const time = seconds => dateTime(seconds * 1000);

/** One form: what was filled in, who decides, what was said. */
export function formView(form, state) {
  const name = state.name(form.applyer.userid);
  return h('div', { class: 'form-view' },
    h('header', {}, avatar(name), h('div', {}, h('b', {}, `${name}提交的${form.sp_name}`), h('small', {}, `${form.sp_no} · ${time(form.apply_time)}`)), status(form)),
    h('section', {}, h('dl', {}, form.contents.map(c => [h('dt', {}, c.title[0].text), h('dd', {}, value(c, state))]))),
    h('section', {}, h('h3', {}, '流程'), h('ol', { class: 'flow' }, begun(form, name), form.nodes.map((node, i) => step(node, i, form, state)))),
    form.comments.length > 0 && h('section', {}, h('h3', {}, '评论'), form.comments.map(c => remark(c, state))),
    h('section', {}, h('details', {}, h('summary', {}, '历程'), form.history.filter(x => DEEDS[x.change]).map(x => h('p', { class: 'deed' }, time(x.at), ' ', h('b', {}, state.name(x.userid)), ' ', DEEDS[x.change], x.to.length > 0 && `：${x.to.map(state.name).join('、')}`)))));
}

const begun = (form, name) => h('li', { 'data-tone': form.withApplicant ? 'orange' : 'green' }, h('b', {}, '提交申请'), h('div', { class: 'person-line' }, avatar(name, true), name, form.withApplicant && h('em', { 'data-tone': 'orange' }, '修改后重新提交'), h('time', {}, time(form.apply_time))));

function step(node, index, form, state) {
  const now = form.sp_status === 1 && index === form.at;
  const passed = index < form.at && form.at >= 0;
  const tone = node.type === 2 ? (passed ? 'green' : 'gray') : OPINIONS[node.status]?.[1] || (now ? 'blue' : 'gray');
  return h('li', { 'data-tone': tone, 'aria-current': now ? 'step' : undefined }, h('b', {}, KINDS[node.type], node.people.length > 1 && node.type !== 2 && h('small', {}, TOGETHER[node.apv_rel])),
    node.people.map(p => person(p, node, now, passed, form, state)));
}

function person(p, node, now, passed, form, state) {
  const [label, tone] = node.type === 2 ? [passed ? '已抄送' : '通过后抄送', 'gray'] : OPINIONS[p.status] || (now && form.waitingFor.includes(p.userid) ? [node.type === 3 ? '办理中' : '审批中', 'blue'] : ['', '']);
  return [h('div', { class: 'person-line' }, avatar(state.name(p.userid), true), state.name(p.userid), label && h('em', { 'data-tone': tone }, label), p.time > 0 && h('time', {}, time(p.time))),
    p.speech && h('blockquote', {}, p.speech)];
}

const remark = (c, state) => h('div', { class: 'remark' }, avatar(state.name(c.userid), true), h('div', {}, h('b', {}, state.name(c.userid)), h('time', {}, time(c.time)), h('p', {}, c.content)));

const VALUES = {
  Number: v => v.new_number, Money: v => '¥ ' + v.new_money,
  Date: v => (v.date.type === 'day' ? time(v.date.s_timestamp).slice(0, 10) : time(v.date.s_timestamp)),
  DateRange: v => span(v.date_range), Attendance: v => span(v.attendance.date_range), Vacation: v => span(v.vacation.attendance.date_range),
  Selector: v => v.selector.options.map(o => h('span', { class: 'option' }, o.value[0].text)),
  Contact: v => [...v.members.map(m => m.name), ...v.departments.map(d => d.name)].join('、'),
  File: v => v.files.map((f, i) => h('span', { class: 'option', 'data-gray': true }, `附件 ${i + 1}`)),
  Location: v => `${v.location.title} ${v.location.address}`,
  RelatedApproval: (v, state) => v.related_approval.map(r => h('a', { href: '#/approvals/' + r.sp_no, onclick: e => { e.preventDefault(); state.show('approvals', r.sp_no); } }, r.name)),
  Table: (v, state) => v.children.map(row => h('dl', { class: 'row' }, row.list.map(c => [h('dt', {}, c.title[0].text), h('dd', {}, value(c, state))]))),
};

const span = r => `${time(r.new_begin)} 至 ${time(r.new_end)}`;
const value = (c, state) => (VALUES[c.control] || (v => links(v.text)))(c.value, state);
const links = text => text.split(/(https?:\/\/\S+)/).map(part => (/^https?:/.test(part) ? h('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part));
