/** h('a', {href, class, onclick}, 'text', node…): an element. Text is always text, never markup. */
export function h(tag, attrs, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') el[name] = value;
    else el.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(9)) {
    if (child !== undefined && child !== null && child !== false && child !== '') el.append(child);
  }
  return el;
}

export const $ = id => document.getElementById(id);

/** Java's String.hashCode, so that an avatar has one colour on every page. */
function hash(text) {
  let value = 0;
  for (const c of text) value = (Math.imul(31, value) + c.charCodeAt(0)) | 0;
  return ((value % 8) + 8) % 8;
}

export function avatar(name, small) {
  const short = small ? name.slice(-1) : name.slice(-2);
  return h('span', { class: 'avatar' + (small ? ' small' : ''), 'data-tone': hash(name) }, short);
}

const ZONE = 'Asia/Shanghai';
const part = options => new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hourCycle: 'h23', ...options });
const DAY = part({ month: 'long', day: 'numeric', weekday: 'short' });
const TIME = part({ hour: '2-digit', minute: '2-digit' });
const FULL = part({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });

export const day = ms => DAY.format(new Date(ms));
export const time = ms => TIME.format(new Date(ms));
/** 2026-11-22 18:00 in Asia/Shanghai. */
export const dateTime = ms => FULL.format(new Date(ms)).replaceAll('/', '-');

let toastTimer;
export function toast(text) {
  const el = $('toast');
  el.textContent = text;
  el.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { el.hidden = true; }, 2600);
}

/** WeCom's small markup: links, line breaks, gray/highlight, font colours. Everything else is text. */
export function rich(markup) {
  const source = new DOMParser().parseFromString('<body>' + markup, 'text/html').body;
  const copy = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    const children = [...node.childNodes].map(copy);
    switch (node.tagName) {
      case 'A': return link(node.getAttribute('href') || '', {}, children);
      case 'BR': return h('br');
      case 'DIV': return h('div', { class: ['gray', 'highlight', 'normal'].find(c => node.classList.contains(c)) }, children);
      case 'FONT': return h('font', { color: node.getAttribute('color') }, children);
      default: return children;
    }
  };
  return [...source.childNodes].map(copy);
}

/** Only web addresses; those of this sandbox stay in this window. */
export function link(url, attrs, ...children) {
  if (!/^https?:\/\//i.test(url)) return h('span', attrs, ...children);
  const own = url.startsWith(location.origin + '/#');
  return h('a', { ...attrs, href: own ? url.slice(location.origin.length + 1) : url, target: own ? undefined : '_blank', rel: 'noopener' }, ...children);
}
