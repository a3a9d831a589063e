import { call } from './api.js';
import { h, toast } from './dom.js';

/** label, what the dialog asks for, how loud the button is. Those without a dialog act at once. */
const ACTS = {
  agree: { label: '同意', ask: ['speech'], style: 'main' },
  reject: { label: '驳回', ask: ['speech'], style: 'stop' },
  transfer: { label: '转审', ask: ['to', 'speech'] },
  send_back: { label: '退回', ask: ['node', 'speech'] },
  add_signer: { label: '加签', ask: ['signers', 'order', 'speech'] },
  resubmit: { label: '重新提交', ask: [], style: 'main' },
  urge: { label: '催办', done: '已催办' },
  revoke: { label: '撤销', ask: ['speech'], style: 'stop' },
  revoke_approved: { label: '撤销审批', ask: ['speech'], style: 'stop' },
  comment: { label: '评论', ask: ['content'] },
  delete: { label: '删除', ask: [], style: 'stop' },
};
const FIRST = ['agree', 'reject', 'resubmit', 'urge', 'revoke', 'comment'];

/** The buttons under a form: the loud ones, the rest behind 更多. */
export function acts(form, state) {
  const may = form.may.map(id => [id, labelled(id, form)]);
  if (!may.length) return null;
  const order = [...may].sort(([a], [b]) => FIRST.indexOf(a) - FIRST.indexOf(b)).filter(([id]) => may.length <= 4 || FIRST.includes(id));
  const rest = may.filter(entry => !order.includes(entry));
  const menu = rest.length > 0 && h('div', { class: 'more', hidden: true }, rest.map(([id, act]) => h('button', { 'data-act': id, onclick: () => { menu.hidden = true; start(id, act, form, state); } }, act.label)));
  return h('div', { class: 'acts' }, menu, rest.length > 0 && h('button', { 'data-act': 'more', onclick: () => { menu.hidden = !menu.hidden; } }, '更多'),
    order.reverse().map(([id, act]) => h('button', { 'data-act': id, 'data-style': act.style, onclick: () => start(id, act, form, state) }, act.label)));
}

/** A handler handles and passes on, where an approver agrees and transfers. */
function labelled(id, form) {
  const handler = form.nodes[form.at]?.type === 3;
  return { ...ACTS[id], ...(handler && { agree: { label: '办理' }, transfer: { label: '转交' } }[id]) };
}

function start(id, act, form, state) {
  if (!act.ask) { act_(id, act, form, state, {}); return; }
  const fields = Object.fromEntries(act.ask.map(name => [name, FIELDS[name](form, state)]));
  const dialog = h('dialog', { onclose: () => dialog.remove() }, h('form', { onsubmit: async e => {
    e.preventDefault();
    const body = Object.assign({}, ...Object.values(fields).map(field => field.read()));
    await act_(id, act, form, state, body);
    dialog.close();
  } }, h('h2', {}, act.label), !act.ask.length && h('p', {}, `确定${act.label}吗？`), Object.values(fields).map(field => field.node),
  h('footer', {}, h('button', { type: 'button', class: 'button plain', onclick: () => dialog.close() }, '取消'), h('button', { class: 'button', type: 'submit', 'data-confirm': id }, act.label))));
  document.body.append(dialog);
  dialog.showModal();
}

async function act_(id, act, form, state, body) {
  await call('POST', `approvals/${form.sp_no}/${id}`, { userid: state.me, ...body });
  toast(act.done || `已${act.label}`);
  if (id === 'delete') state.show('approvals'); else state.refresh();
}

const text = (label, name, required) => () => {
  const input = h('textarea', { name, required });
  return { node: h('label', {}, label, input), read: () => (input.value.trim() ? { [name]: input.value.trim() } : {}) };
};

const colleagues = (form, state) => state.members.filter(m => m.userid !== state.me && !form.waitingFor.includes(m.userid));

const FIELDS = {
  speech: text('审批意见（可不填）', 'speech'),
  content: text('评论内容', 'content', true),
  to: (form, state) => {
    const input = h('select', { name: 'to', required: true }, h('option', { value: '' }, '请选择成员'), colleagues(form, state).map(m => h('option', { value: m.userid }, `${m.name} · ${m.departmentName}`)));
    return { node: h('label', {}, '交给', input), read: () => ({ to: input.value }) };
  },
  node: (form, state) => {
    const names = i => form.nodes[i].people.map(p => state.name(p.userid)).join('、');
    const input = h('select', { name: 'to_node' }, h('option', { value: '' }, `申请人 ${state.name(form.applyer.userid)}`), form.earlier.map(i => h('option', { value: i }, `审批人 ${names(i)}`)));
    return { node: h('label', {}, '退回到', input), read: () => (input.value === '' ? {} : { to_node: Number(input.value) }) };
  },
  signers: (form, state) => {
    const boxes = colleagues(form, state).map(m => h('label', { class: 'row' }, h('input', { type: 'checkbox', value: m.userid }), `${m.name} · ${m.departmentName}`));
    const list = h('div', { class: 'pick' }, boxes);
    return { node: h('div', { class: 'field', role: 'group', 'aria-label': '加签给' }, '加签给', list), read: () => ({ to: [...list.querySelectorAll('input:checked')].map(input => input.value) }) };
  },
  order: () => {
    const input = h('select', { name: 'agree' }, h('option', { value: '' }, '在我之前审批'), h('option', { value: '1' }, '我同意，由其继续审批'));
    return { node: h('label', {}, '顺序', input), read: () => ({ agree: input.value === '1' }) };
  },
};
