import { card } from './card.js';
import { h, link, rich } from './dom.js';

const SIZE = bytes => (bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`);

const KINDS = {
  text: (c, m, state) => h('div', { class: 'bubble' }, c.content.split(/(<@[^<>\s]+>)/).map(part => at(part, state) || rich(part)), called(c, state)),
  markdown: (c, m, state) => h('div', { class: 'bubble' }, markdown(c.content, state)),
  markdown_v2: (c, m, state) => h('div', { class: 'bubble' }, markdown(c.content, state)),
  textcard: c => h('div', { class: 'wcard' },
    h('div', {}, h('h3', {}, c.title), h('div', { class: 'desc' }, rich(c.description))),
    h('div', { class: 'links' }, link(c.url, {}, c.btntxt || '详情'))),
  news: c => h('div', { class: 'wcard news' }, c.articles.map(article)),
  mpnews: c => h('div', { class: 'wcard news' }, c.articles.map(article)),
  file: c => attachment('文', c.fileName || '文件', c.fileSize),
  voice: c => attachment('音', '语音消息', c.fileSize),
  video: c => attachment('视', c.title || c.fileName || '视频', c.fileSize),
  image: c => (c.base64 ? h('img', { class: 'photo', alt: '图片', src: 'data:image/*;base64,' + c.base64 }) : attachment('图', c.fileName || '图片', c.fileSize)),
  template_card: (c, m, state) => card(m, state),
};

/** What one message looks like, without who said it. */
export const bubble = (message, state) => (KINDS[message.msgtype] || KINDS.text)(message.content, message, state);

/** One line of it for a list of conversations. */
export function preview(message, state) {
  const c = message.content;
  switch (message.msgtype) {
    case 'text': case 'markdown': case 'markdown_v2': return c.content.replace(/<@([^<>\s]+)>/g, (all, id) => '@' + state.name(id)).replace(/<[^>]+>|[#*`>]/g, '').replace(/\n/g, ' ');
    case 'textcard': return '[卡片] ' + c.title;
    case 'news': case 'mpnews': return '[图文] ' + c.articles[0].title;
    case 'template_card': return '[卡片] ' + (c.main_title?.title || c.sub_title_text || '');
    default: return { file: '[文件] ' + (c.fileName || ''), image: '[图片]', voice: '[语音]', video: '[视频]' }[message.msgtype] || '';
  }
}

/** <@userid> as the name it stands for. */
function at(part, state) {
  const id = part.match(/^<@([^<>\s]+)>$/)?.[1];
  return id && h('span', { class: 'at', 'data-me': id.toLowerCase() === state.me || id === '@all' ? '' : undefined }, '@' + (id === '@all' ? '所有人' : state.name(id)));
}

/** mentioned_list: WeCom writes the names behind the text. */
const called = (content, state) => (content.mentioned_list || []).map(id => [' ', at(`<@${id}>`, state)]);

function article(a, index) {
  const text = h('div', {}, h('b', {}, a.title), a.description && h('small', {}, a.description));
  return link(a.url || '', { class: 'article', 'data-first': index === 0 ? '' : undefined }, text, h('span', { class: 'cover', 'aria-hidden': 'true' }, '图文'));
}

function attachment(letter, name, size) {
  return h('div', { class: 'attachment' }, h('span', { class: 'doc-icon' }, letter), h('div', {}, h('b', {}, name), size !== undefined && h('small', {}, SIZE(size))));
}

function markdown(text, state) {
  const lines = text.split('\n');
  const parts = [];
  for (let i = 0; i < lines.length; i++) {
    const rows = [];
    while (/^\s*\|.*\|\s*$/.test(lines[i] || '')) rows.push(lines[i++]);
    if (rows.length) { parts.push(table(rows, state)); i--; } else parts.push(line(lines[i], state));
  }
  return parts;
}

function line(text, state) {
  const heading = text.match(/^(#{1,6})\s+(.*)/);
  if (heading) return h('h3', {}, inline(heading[2], state));
  if (text.startsWith('>')) return h('blockquote', {}, inline(text.replace(/^>\s?/, ''), state));
  const item = text.match(/^\s*(?:[-*]|(\d+\.))\s+(.*)/);
  if (item) return h('div', { class: 'item' }, item[1] ? item[1] + ' ' : '• ', inline(item[2], state));
  return h('div', {}, text ? inline(text, state) : '\u00a0');
}

function table(rows, state) {
  const cells = row => row.trim().slice(1, -1).split('|').map(cell => cell.trim());
  const body = rows.filter(row => !/^[\s|:-]+$/.test(row));
  return h('table', {}, body.map((row, i) => h('tr', {}, cells(row).map(cell => h(i === 0 ? 'th' : 'td', {}, inline(cell, state))))));
}

function inline(text, state) {
  return text.split(/(\*\*.+?\*\*|`.+?`|\[.+?\]\(.+?\)|<font color="\w+">.*?<\/font>|<@[^<>\s]+>)/).map(part => {
    let m;
    if ((m = part.match(/^\*\*(.+)\*\*$/))) return h('b', {}, m[1]);
    if ((m = part.match(/^`(.+)`$/))) return h('code', {}, m[1]);
    if ((m = part.match(/^\[(.+)\]\((.+)\)$/))) return link(m[2], {}, m[1]);
    return at(part, state) || (part.startsWith('<font') ? rich(part) : part);
  });
}
