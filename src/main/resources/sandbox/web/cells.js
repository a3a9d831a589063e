import { h, avatar, dateTime, link } from './dom.js';

export const READ_ONLY = ['CREATED_USER', 'MODIFIED_USER', 'CREATED_TIME', 'MODIFIED_TIME', 'AUTONUMBER', 'FORMULA'];
const HUES = [2, 24, 42, 145, 175, 205, 225, 265, 320];

export const kind = field => field.field_type.replace('FIELD_TYPE_', '');
export const options = field => (field.property_single_select || field.property_select || {}).options || [];

export function option(o) {
  const el = h('span', { class: 'option', 'data-gray': /已关闭|已撤销|无效|低/.test(o.text) ? true : undefined }, o.text);
  el.style.setProperty('--hue', HUES[((o.style || 1) - 1) % HUES.length]);
  return el;
}

export function person(user, state) {
  if (!user.user_id) return h('span', { class: 'person' }, state.appName || '应用');
  const name = state.name(user.user_id);
  return h('span', { class: 'person' }, avatar(name, true), name);
}

/** A cell to look at. */
export function show(field, value, state) {
  if (value === undefined) return '';
  switch (kind(field)) {
    case 'TEXT': case 'URL': return value.map(p => (p.type === 'url' ? link(p.link, {}, p.text || p.link) : p.text));
    case 'SINGLE_SELECT': case 'SELECT': return value.map(option);
    case 'USER': case 'CREATED_USER': case 'MODIFIED_USER': return value.map(u => person(u, state));
    case 'DATE_TIME': case 'CREATED_TIME': case 'MODIFIED_TIME': return dateTime(Number(value));
    case 'CHECKBOX': return value ? '✔' : '';
    case 'AUTONUMBER': return value.map(n => n.text).join('');
    case 'PERCENTAGE': case 'PROGRESS': return `${Math.round(value * 1000) / 10}%`;
    default: return Array.isArray(value) ? value.map(v => v.title || v.name || v).join('、') : String(value);
  }
}

/** A cell as a person would type it. */
export function plain(field, value) {
  if (value === undefined) return '';
  switch (kind(field)) {
    case 'TEXT': case 'URL': return value.map(p => p.text).join('');
    case 'DATE_TIME': return dateTime(Number(value));
    case 'SINGLE_SELECT': return value[0]?.text || '';
    case 'USER': return value[0]?.user_id || '';
    default: return String(value);
  }
}
