import { call, get } from './api.js';
import { h, toast } from './dom.js';
import { base64, empty } from './drive.js';

const drafts = new Map();

export const loadForms = async me => ({ forms: (await get('forms?userid=' + me)).forms });

export const formTitle = state => chosen(state)?.form_title || '收集表';
const chosen = state => (state.forms || []).find(f => f.formid === state.path[0]);

/** #/form and #/form/formid. */
export function forms(state) {
  if (state.path.length) return page(chosen(state), state);
  const all = [...(state.forms || [])].reverse();
  if (!all.length) return empty('没有需要填写的收集表', '应用请你填写的收集表会出现在这里');
  return h('div', { class: 'office' }, h('section', { class: 'rows' }, all.map(f => h('button', { class: 'line', 'data-form': f.formid, onclick: () => state.show('form', f.formid) },
    h('span', { class: 'kind form' }, '集'), h('span', {}, h('b', {}, f.form_title), h('small', {}, `${items(f).length} 题 · ${f.periods.length > 1 ? `第 ${f.periods.length} 期 · ` : ''}${f.form_desc || '收集表'}`)), status(f)))));
}

const items = form => form.form_question.items.filter(q => q.status !== 2);
const closedTo = form => form.closed || (form.filled > 0 && !form.form_setting.allow_multi_fill);

function status(form) {
  if (form.closed) return h('em', {}, '已停止');
  return form.filled ? h('em', {}, '已填写') : h('em', { class: 'new' }, '待填写');
}

function page(form, state) {
  if (!form) return empty('没有这份收集表', '可能已被删除，或你不在填写范围内');
  if (closedTo(form)) return empty(form.closed ? '已停止收集' : '你已填写过', form.form_title);
  const key = state.me + form.formid;
  const draft = drafts.get(key) || { replies: {}, anonymous: false };
  drafts.set(key, draft);
  const submit = async e => {
    e.preventDefault();
    await call('POST', `forms/${form.formid}/answers`, { userid: state.me, anonymous: draft.anonymous, replies: draft.replies });
    drafts.delete(key);
    toast('已提交，谢谢');
    state.show('form');
  };
  const set = (q, value) => { draft.replies[q.question_id] = value; };
  return h('form', { class: 'office entry', onsubmit: submit },
    h('header', { class: 'sheet-head' }, h('h2', {}, form.form_title), form.form_desc && h('p', {}, form.form_desc)),
    items(form).map((q, i) => h('fieldset', { 'data-question': q.question_id }, h('legend', {}, `${i + 1}. ${q.title}`, q.must_reply && h('em', { class: 'must' }, ' *')),
      q.note && h('small', {}, q.note), control(q, draft.replies[q.question_id], value => set(q, value), state))),
    form.form_setting.can_anonymous && h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: draft.anonymous, onchange: e => { draft.anonymous = e.target.checked; } }), '匿名填写'),
    h('button', { class: 'button wide', type: 'submit' }, '提交'));
}

const TYPED = { 11: 'date', 14: 'time', 16: 'number' };

function control(q, value, set, state) {
  const name = 'q' + q.question_id;
  const open = (q.option_item || []).filter(o => o.status !== 2);
  switch (q.reply_type) {
    case 2: return open.map(o => h('label', { class: 'check' }, h('input', { type: 'radio', name, checked: value === o.key, required: q.must_reply ? true : undefined, onchange: () => set(o.key) }), o.value));
    case 3: return open.map(o => h('label', { class: 'check' }, h('input', { type: 'checkbox', name, checked: (value || []).includes(o.key),
      onchange: e => { value = e.target.checked ? [...(value || []), o.key] : (value || []).filter(k => k !== o.key); set(value); } }), o.value));
    case 15: return select(name, open.map(o => [o.key, o.value]), value, v => set(v && Number(v)));
    case 18: return select(name, state.departments.map(d => [d.id, d.name]), value, v => set(v && Number(v)));
    case 19: return select(name, state.members.map(m => [m.userid, m.name]), value, set);
    case 9: case 10: case 17: return h('input', { type: 'file', name, onchange: async e => set(await Promise.all([...e.target.files].map(async f => ({ name: f.name, content: await base64(f) })))) });
    case 1: return h('textarea', { name, rows: 3, placeholder: q.placeholder, value: value || '', required: q.must_reply ? true : undefined, oninput: e => set(e.target.value) });
    default: return h('input', { type: TYPED[q.reply_type] || 'text', name, step: 'any', placeholder: q.placeholder, value: value || '', oninput: e => set(e.target.value) });
  }
}

const select = (name, options, value, set) => h('select', { name, onchange: e => set(e.target.value) }, h('option', { value: '' }, '请选择'), options.map(([v, text]) => h('option', { value: v, selected: v === value }, text)));
