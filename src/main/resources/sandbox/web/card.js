import { call } from './api.js';
import { h, link, toast } from './dom.js';

const chosen = new Map();

/** A template card as its receiver sees it; in a group it has nothing to press. */
export function card(message, state) {
  const c = message.card || message.content;
  const el = h('div', { class: 'wcard', 'data-task': c.task_id });
  const main = h('div', {});
  if (c.source?.desc) main.append(h('div', { class: 'source', 'data-color': c.source.desc_color }, c.source.desc));
  if (c.main_title?.title) main.append(h('h3', {}, c.main_title.title));
  if (c.main_title?.desc) main.append(h('div', { class: 'desc' }, c.main_title.desc));
  if (c.emphasis_content) main.append(h('div', { class: 'emphasis' }, h('b', {}, c.emphasis_content.title), h('span', { class: 'desc' }, c.emphasis_content.desc)));
  if (c.sub_title_text) main.append(h('div', { class: 'sub' }, c.sub_title_text));
  el.append(main);
  if (c.quote_area) el.append(h('div', { class: 'quote' }, c.quote_area.title && h('b', {}, c.quote_area.title), c.quote_area.quote_text));
  const details = h('div', {}, facts(c, state), (c.vertical_content_list || []).map(v => h('div', { class: 'sub' }, h('b', {}, v.title), ' ', v.desc)));
  el.append(details);
  const settled = message.replaceName || c.replace_text;
  const picks = pick(message);
  const questions = [...(c.select_list || []), ...(c.button_selection ? [c.button_selection] : [])];
  for (const q of questions) details.append(question(q, picks, settled, message));
  if (c.checkbox) details.append(votes(c.checkbox, picks, settled));
  const links = [...(c.jump_list || [])].filter(j => j.url).map(j => link(j.url, {}, j.title));
  if (c.card_action?.url) links.push(link(c.card_action.url, {}, '查看详情'));
  if (links.length) el.append(h('div', { class: 'links' }, links));
  buttons(el, message, c, settled, state, picks);
  return el;
}

function facts(c, state) {
  const list = c.horizontal_content_list || [];
  if (!list.length) return null;
  return h('dl', {}, list.map(f => [h('dt', {}, f.keyname), h('dd', {}, f.type === 1 ? link(f.url, {}, f.value || f.url) : f.type === 3 ? state.name(f.userid) : f.value || '')]));
}

function pick(message) {
  if (!chosen.has(message.msgid)) chosen.set(message.msgid, { ...(message.selections || {}) });
  return chosen.get(message.msgid);
}

function question(q, picks, settled, message) {
  const current = picks[q.question_key] ?? message.selections?.[q.question_key] ?? q.selected_id ?? '';
  const select = h('select', { 'aria-label': q.title || '选择', disabled: settled || q.disable ? true : undefined,
    onchange: e => { picks[q.question_key] = e.target.value; } },
    !q.selected_id && h('option', { value: '', selected: !current }, '请选择'),
    q.option_list.map(o => h('option', { value: o.id, selected: o.id === current }, o.text)));
  return h('div', { class: 'question' }, q.title && h('span', {}, q.title), select);
}

function votes(box, picks, settled) {
  const many = box.mode === 1;
  const current = [picks[box.question_key] ?? box.option_list.filter(o => o.is_checked).map(o => o.id)].flat();
  return h('div', { class: 'question' }, box.option_list.map(o => h('label', { class: 'check' },
    h('input', { type: many ? 'checkbox' : 'radio', name: box.question_key, checked: current.includes(o.id), disabled: settled ? true : undefined,
      onchange: e => {
        const rest = many ? [picks[box.question_key] ?? current].flat().filter(id => id !== o.id) : [];
        picks[box.question_key] = e.target.checked ? [...rest, o.id] : rest;
      } }), o.text)));
}

function buttons(el, message, c, settled, state, picks) {
  const list = c.button_list || (c.submit_button ? [{ ...c.submit_button, style: 1 }] : []);
  if (settled) { el.append(h('div', { class: 'settled' }, settled)); return; }
  if (!list.length) { el.append(h('div', { class: 'end' })); return; }
  const press = async button => {
    const selections = Object.fromEntries(Object.entries(picks).filter(([, v]) => v !== ''));
    await call('POST', `messages/${message.msgid}/click`, { userid: state.me, key: button.key, selections });
    toast(`已点击「${button.text}」`);
    state.refresh();
  };
  el.append(h('div', { class: 'buttons' + (list.length === 1 ? ' single' : '') }, list.map(b => b.type === 1
    ? link(b.url, { 'data-style': b.style || 1 }, b.text)
    : h('button', { 'data-style': b.style || 1, 'data-key': b.key, onclick: () => press(b) }, b.text))));
  if (message.clicked) {
    const text = list.find(b => b.key === message.clicked)?.text;
    if (text) el.append(h('div', { class: 'pending' }, `已点击「${text}」，等待应用处理`));
  }
}
