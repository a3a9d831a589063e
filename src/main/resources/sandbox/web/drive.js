import { call, get } from './api.js';
import { h, dateTime, toast } from './dom.js';
import { ask, confirmed } from './ask.js';

const KINDS = { 1: ['夹', 'folder'], 3: ['文', 'doc'], 4: ['表', 'sheet'], 5: ['集', 'form'], 10: ['智', 'smart'] };
const RIGHTS = { 1: '可下载', 7: '管理员' };

/** #/drive, #/drive/space, #/drive/space/folder or #/drive/space/file. */
export async function loadDrive(me, [spaceid, fileid]) {
  const drive = await get('drive?userid=' + me);
  if (!spaceid) return { drive: { ...drive } };
  if (fileid?.includes('_f.')) return { drive: { ...drive, file: await get(`drive/files/${fileid}?userid=${me}`) } };
  return { drive: { ...drive, folder: await get(`drive/${spaceid}/files?userid=${me}&fatherid=${fileid || ''}`) } };
}

export function driveTitle(state) {
  const [spaceid] = state.path;
  const name = state.drive?.file?.file_name || state.drive?.folder?.path.at(-1)?.file_name;
  return name || state.drive?.spaces.find(s => s.spaceid === spaceid)?.space_name || '微盘';
}

export function driveBack(state) {
  const [spaceid, fileid] = state.path;
  if (!spaceid) return ['bench'];
  if (!fileid) return ['drive'];
  const father = state.drive?.file?.fatherid || state.drive?.folder?.path.at(-2)?.fileid;
  return father && father !== spaceid ? ['drive', spaceid, father] : ['drive', spaceid];
}

export function drive(state) {
  const { spaces = [], shared = [], folder, file } = state.drive || {};
  if (file) return fileCard(file, state);
  if (folder) return folderList(folder, spaces.find(s => s.spaceid === state.path[0]), state);
  if (!spaces.length && !shared.length) return empty('没有可以进入的空间', '应用创建并授权给你的空间会出现在这里');
  return h('div', { class: 'office' },
    spaces.length > 0 && h('section', { class: 'rows' }, spaces.map(s => h('button', { class: 'line', 'data-space': s.spaceid, onclick: () => state.show('drive', s.spaceid) },
      h('span', { class: 'kind space' }, '盘'), h('span', {}, h('b', {}, s.space_name), h('small', {}, `共享空间 · ${RIGHTS[s.auth] || '可查看'}`)), h('i', {}, '›')))),
    shared.length > 0 && [h('h3', { class: 'caption' }, '与我共享'), h('section', { class: 'rows' }, shared.map(f => line(f, state)))]);
}

function folderList(folder, space, state) {
  const admin = space?.auth === 7;
  return h('div', { class: 'office' },
    folder.files.length ? h('section', { class: 'rows' }, folder.files.map(f => line(f, state))) : empty('空文件夹', admin ? '上传文件，或新建文件夹' : '空间管理员还没有放入文件'),
    admin && h('div', { class: 'actions' }, h('button', { class: 'button plain', id: 'new-folder', onclick: () => newFolder(state) }, '新建文件夹'), uploader('上传文件', file => put(state, file))));
}

function line(file, state) {
  const [, kind] = KINDS[file.file_type] || [];
  const open = () => {
    if (file.file_type === 1) state.show('drive', file.spaceid, file.fileid);
    else if (kind) location.hash = file.url.replace(/^.*#/, '#');
    else state.show('drive', file.spaceid, file.fileid);
  };
  return h('button', { class: 'line', 'data-file': file.file_name, onclick: open }, mark(file),
    h('span', {}, h('b', {}, file.file_name), h('small', {}, (file.file_type === 2 ? size(file.file_size) + ' · ' : '') + dateTime(file.mtime * 1000))), h('i', {}, '›'));
}

function mark(file) {
  const extension = (file.file_name.match(/\.(\w{1,4})$/) || [, '件'])[1].toUpperCase();
  const [text, kind] = KINDS[file.file_type] || [extension, 'file'];
  return h('span', { class: 'kind ' + kind }, text);
}

function fileCard(file, state) {
  const admin = state.drive.spaces.find(s => s.spaceid === file.spaceid)?.auth === 7;
  const change = body => call('PATCH', `drive/files/${file.fileid}`, { userid: state.me, ...body });
  const rename = async () => {
    const name = await ask('重命名', '文件名', file.file_name);
    if (name) { await change({ name }); state.refresh(true); }
  };
  const remove = async () => {
    if (!await confirmed(`删除「${file.file_name}」？`)) return;
    await call('DELETE', `drive/files/${file.fileid}?userid=${state.me}`);
    state.show(...driveBack(state));
  };
  return h('div', { class: 'office' }, h('article', { class: 'tile file-card' }, mark(file), h('h2', {}, file.file_name),
    h('dl', {}, [['大小', size(file.file_size)], ['上传', dateTime(file.ctime * 1000)], ['修改', dateTime(file.mtime * 1000)], ['SHA-1', file.sha]].map(([k, v]) => [h('dt', {}, k), h('dd', {}, v)])),
    h('a', { class: 'button', id: 'download', href: `/__sandbox/drive/files/${encodeURIComponent(file.fileid)}/content?userid=${state.me}`, download: file.file_name }, '下载')),
  admin && h('div', { class: 'actions' }, h('button', { class: 'button plain', onclick: rename }, '重命名'),
    uploader('更新内容', async chosen => { await change({ content: await base64(chosen) }); toast('已更新'); state.refresh(true); }),
    h('button', { class: 'button plain danger', onclick: remove }, '删除')));
}

async function newFolder(state) {
  const name = await ask('新建文件夹', '名称');
  if (!name) return;
  await call('POST', `drive/${state.path[0]}/files`, { userid: state.me, fatherid: state.path[1] || '', name });
  state.refresh(true);
}

async function put(state, file) {
  await call('POST', `drive/${state.path[0]}/files`, { userid: state.me, fatherid: state.path[1] || '', name: file.name, content: await base64(file) });
  toast('已上传');
  state.refresh(true);
}

function uploader(label, take) {
  const input = h('input', { type: 'file', hidden: true, onchange: e => { if (e.target.files[0]) take(e.target.files[0]); e.target.value = ''; } });
  return h('label', { class: 'button' }, label, input);
}

export async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

const size = bytes => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
export const empty = (title, text) => h('div', { class: 'empty' }, h('b', {}, title), text);
