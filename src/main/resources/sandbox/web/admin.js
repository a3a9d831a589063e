import { call, get } from './api.js';
import { avatar, h, toast } from './dom.js';
import { ask, askAll, confirmed } from './ask.js';

export async function loadAdmin() {
  const [settings, people] = await Promise.all([get('settings'), get('members')]);
  return { settings, members: people.members, departments: people.departments, tags: people.tags };
}

const PAGES = { people: '通讯录', tags: '标签', app: '应用', callback: '接收消息', ip: '可信 IP' };

/** #/admin and #/admin/people|tags|app|callback|ip. */
export function admin(state) {
  const [page = 'people'] = state.path;
  if (!state.settings) return h('div', { class: 'empty' }, '读取中');
  const view = { people, tags, app, callback, ip }[page] || people;
  return [h('div', { class: 'office-tabs' }, Object.entries(PAGES).map(([id, label]) => h('button', { 'aria-selected': String(page === id), onclick: () => state.show('admin', id) }, label))),
    h('div', { class: 'office' }, view(state))];
}

async function change(state, path, body) {
  await call('POST', path, body);
  toast('已保存');
  state.refresh(true);
}

function people(state) {
  const departments = state.departments.map(d => [d.id, d.name]);
  const own = d => state.members.filter(m => m.department.includes(d.id));
  const edit = m => async () => {
    const answer = await askAll(m.name, [
      { name: 'name', label: '姓名', value: m.name, required: true }, { name: 'newUserid', label: '账号', value: m.userid, required: true },
      { name: 'position', label: '职务', value: m.position }, { name: 'mobile', label: '手机', value: m.mobile, type: 'tel' },
      { name: 'department', label: '部门（第一个是主部门）', options: departments, many: true, value: m.department },
      { name: 'leads', label: '负责的部门', options: departments, many: true, value: state.departments.filter(d => d.department_leader.includes(m.userid)).map(d => d.id) },
      { name: 'leave', label: '离职：从通讯录中删除', type: 'check' }]);
    if (!answer) return;
    const { leave, ...fields } = answer;
    if (leave) { if (await confirmed(`删除成员 ${m.name}？`)) await change(state, 'contacts', { action: 'delete', userid: m.userid }); return; }
    await change(state, 'contacts', { userid: m.userid, ...fields, department: fields.department.map(Number), leads: fields.leads.map(Number) });
  };
  const join = async d => {
    const answer = await askAll('新成员加入' + d.name, [{ name: 'userid', label: '账号', required: true }, { name: 'name', label: '姓名', required: true }, { name: 'position', label: '职务' }, { name: 'mobile', label: '手机', type: 'tel' }], '加入');
    if (answer) await change(state, 'contacts', { action: 'create', ...answer, department: [d.id] });
  };
  const department = async d => {
    const answer = await askAll(d.name, [{ name: 'name', label: '名称', value: d.name, required: true },
      ...(d.id === 1 ? [] : [{ name: 'parentid', label: '上级部门', options: departments.filter(([id]) => id !== d.id), value: d.parentid }, { name: 'remove', label: '删除部门（须没有成员和子部门）', type: 'check' }])]);
    if (!answer) return;
    if (answer.remove) await change(state, 'departments', { action: 'delete', id: d.id });
    else await change(state, 'departments', { id: d.id, name: answer.name, ...(answer.parentid && { parentid: Number(answer.parentid) }) });
  };
  const add = async () => {
    const answer = await askAll('新建部门', [{ name: 'name', label: '名称', required: true }, { name: 'parentid', label: '上级部门', options: departments, value: 1 }], '新建');
    if (answer) await change(state, 'departments', { action: 'create', name: answer.name, parentid: Number(answer.parentid) });
  };
  return [state.departments.map(d => [h('h3', { class: 'caption' }, h('button', { onclick: () => department(d) }, d.name, ' ✎'), h('button', { class: 'add', 'aria-label': '加入' + d.name, onclick: () => join(d) }, '＋ 成员')),
    h('section', { class: 'rows' }, own(d).map(m => h('button', { class: 'line', 'data-member': m.userid, onclick: edit(m) }, avatar(m.name),
      h('span', {}, h('b', {}, m.name, d.department_leader.includes(m.userid) && h('em', { class: 'role' }, '负责人'), !m.visible && h('em', { class: 'role' }, '不可见')), h('small', {}, `${m.userid} · ${m.position || ''}`)), h('i', {}, '›'))))]),
  h('div', { class: 'actions' }, h('button', { class: 'button plain', onclick: add }, '新建部门'))];
}

function tags(state) {
  const edit = async t => {
    const answer = await askAll(t.tagname, [{ name: 'tagname', label: '名称', value: t.tagname, required: true },
      { name: 'userlist', label: '成员', options: state.members.map(m => [m.userid, m.name]), many: true, value: t.userlist }, { name: 'remove', label: '删除标签', type: 'check' }]);
    if (!answer) return;
    const { remove, ...fields } = answer;
    await change(state, 'tags', remove ? { action: 'delete', tagid: t.tagid } : { tagid: t.tagid, ...fields });
  };
  const add = async () => {
    const tagname = await ask('新建标签', '名称');
    if (tagname) await change(state, 'tags', { action: 'create', tagname });
  };
  return [h('section', { class: 'rows' }, state.tags.map(t => h('button', { class: 'line', 'data-tag': t.tagname, onclick: () => edit(t) }, h('span', { class: 'kind tag' }, '签'),
    h('span', {}, h('b', {}, t.tagname), h('small', {}, t.userlist.map(state.name).join('、') || '没有成员')), h('i', {}, '›')))),
  h('div', { class: 'actions' }, h('button', { class: 'button plain', onclick: add }, '新建标签'))];
}

async function save(state, body) {
  await call('PUT', 'settings', body);
  toast('已保存');
  state.refresh(true);
}

const facts = list => h('dl', { class: 'facts' }, list.map(([k, v]) => [h('dt', {}, k), h('dd', {}, v)]));

function app(state) {
  const { settings } = state;
  const range = settings.visibleRange || { departments: [], members: [], excludedDepartments: [] };
  const reset = async () => {
    const secret = await ask('重置 Secret（旧的立即失效）', '新的 Secret，20–64 位字母数字', settings.secret);
    if (secret) await save(state, { secret });
  };
  const excluded = new Set(range.excludedDepartments);
  const whole = range.departments.includes(1);
  const toggle = (id, on) => save(state, { visibleRange: whole
    ? { ...range, excludedDepartments: on ? range.excludedDepartments.filter(d => d !== id) : [...range.excludedDepartments, id] }
    : { ...range, departments: on ? [...range.departments, id] : range.departments.filter(d => d !== id) } });
  const checked = id => (id === 1 ? whole : whole ? !excluded.has(id) : range.departments.includes(id));
  return [h('section', { class: 'tile' }, h('h3', {}, state.app?.name || '应用'), facts([['AgentId', state.app?.agentid], ['Secret', h('code', {}, settings.secret)], ['通讯录 Secret', h('code', {}, settings.contactsSecret)]]),
    h('div', { class: 'actions' }, h('button', { class: 'button plain', onclick: reset }, '重置 Secret'))),
  h('section', { class: 'tile' }, h('h3', {}, '可见范围'), state.departments.map(d => h('label', { class: 'check' },
    h('input', { type: 'checkbox', checked: checked(d.id), 'data-department': d.id, onchange: e => toggle(d.id, e.target.checked) }), d.name, d.id === 1 && h('small', {}, '　全公司')))) ];
}

function callback(state) {
  const { settings } = state;
  const submit = async e => {
    e.preventDefault();
    const f = e.target.elements;
    await save(state, { callbackUrl: f.url.value, token: f.token.value, aesKey: f.key.value, verify: f.verify.checked });
  };
  return h('form', { class: 'tile entry', onsubmit: submit }, h('h3', {}, '接收消息服务器'),
    h('label', {}, h('span', {}, 'URL'), h('input', { name: 'url', value: settings.callbackUrl, required: true })),
    h('label', {}, h('span', {}, 'Token'), h('input', { name: 'token', value: settings.token, required: true })),
    h('label', {}, h('span', {}, 'EncodingAESKey'), h('input', { name: 'key', value: settings.aesKey, required: true })),
    h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'verify', checked: true }), '保存前验证 URL（与企业微信相同）'),
    h('button', { class: 'button wide', type: 'submit' }, '保存'));
}

function ip(state) {
  const { settings } = state;
  const submit = async e => {
    e.preventDefault();
    await save(state, { trustedIps: e.target.elements.ips.value.split(/[\s,;，；]+/).filter(Boolean) });
  };
  return [h('section', { class: 'tile' }, h('label', { class: 'switch' }, h('span', {}, h('b', {}, '只允许可信 IP 调用接口'), h('small', {}, '打开后，其他地址的调用返回 60020')),
    h('input', { type: 'checkbox', id: 'ip-check', checked: settings.ipCheck === true, onchange: e => save(state, { ipCheck: e.target.checked }) }))),
  h('form', { class: 'tile entry', onsubmit: submit }, h('label', {}, h('span', {}, '企业可信 IP'), h('textarea', { name: 'ips', rows: 5, value: (settings.trustedIps || []).join('\n'), placeholder: '每行一个，例如 127.0.0.1' })),
    h('button', { class: 'button wide', type: 'submit' }, '保存'))];
}
