import { get } from './api.js';
import { formView } from './approval.js';
import { acts } from './approval-acts.js';
import { avatar, dateTime, h } from './dom.js';

const BOXES = [['todo', '待处理'], ['done', '已处理'], ['mine', '我提交的'], ['cc', '抄送我的']];
const STATUS = { 1: ['审批中', 'blue'], 2: ['已通过', 'green'], 3: ['已驳回', 'red'], 4: ['已撤销', 'gray'], 6: ['通过后撤销', 'gray'], 7: ['已删除', 'gray'], 10: ['已支付', 'green'] };
let box = 'todo';

export async function loadApprovals(me, [number]) {
  const [boxes, form] = await Promise.all([get('approvals?userid=' + me), number && get(`approvals/${number}?userid=${me}`)]);
  return { boxes, form };
}

export const status = form => {
  const [label, tone] = form.withApplicant ? ['已退回', 'orange'] : STATUS[form.sp_status];
  return h('span', { class: 'state', 'data-tone': tone }, label);
};

export function approvals(state) {
  if (state.path.length) return formView(state.form, state);
  const forms = state.boxes[box];
  return h('div', { class: 'approvals' },
    h('div', { class: 'segments', role: 'tablist' }, BOXES.map(([id, label]) => h('button', { role: 'tab', 'data-box': id, 'aria-selected': String(id === box), onclick: () => { box = id; state.refresh(true); } },
      label, id === 'todo' && state.boxes.todo.length > 0 && h('span', { class: 'dot' }, state.boxes.todo.length)))),
    forms.map(form => brief(form, state)),
    !forms.length && h('div', { class: 'empty' }, h('b', {}, `没有${Object.fromEntries(BOXES)[box]}的审批`), '应用替成员提交的审批单会出现在这里'));
}

function brief(form, state) {
  const name = state.name(form.applyer.userid);
  const waiting = form.waitingFor.map(state.name);
  return h('button', { class: 'form-card', 'data-number': form.sp_no, onclick: () => state.show('approvals', form.sp_no) },
    h('span', { class: 'form-head' }, avatar(name), h('b', {}, `${name}提交的${form.sp_name}`), status(form)),
    (form.summary || []).map(line => h('span', { class: 'summary' }, line)),
    h('small', {}, dateTime(form.apply_time * 1000), waiting.length > 0 && form.sp_status === 1 && ` · 等待 ${waiting.join('、')}`));
}

export const approvalFoot = state => state.path.length > 0 && state.form && acts(state.form, state);
