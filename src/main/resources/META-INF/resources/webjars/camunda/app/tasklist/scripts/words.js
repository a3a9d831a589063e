// What templates of Camunda's applications and the libraries in them say without asking for a
// translation: replaced where it appears. Texts people wrote are not touched: each list belongs to
// one place.
import { language } from './locales.js';

const EVERYWHERE = { Actions: '操作', State: '状态', 'View DRD': '查看决策需求图', 'No matches found': '没有匹配项' };
const TITLES = {
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '适合窗口',
  'Toggle this section': '展开或收起',
  'Input type': '输入类型',
  'Output type': '输出类型',
  'Output label': '输出名称',
  'Output values': '可能的输出',
  'Input values': '可能的输入',
  'Input label': '输入名称',
};
const DECISION_TABLE = {
  'Hit policy:': '命中规则：',
  Unique: '唯一',
  First: '第一个',
  Collect: '汇总',
  'Rule order': '按规则顺序',
  When: '当',
  And: '且',
  Then: '则',
  Annotations: '说明',
};
const PERMISSIONS = {
  ALL: '全部', NONE: '无', ACCESS: '进入', READ: '查看', CREATE: '创建', UPDATE: '修改', DELETE: '删除',
  READ_TASK: '查看任务', READ_INSTANCE: '查看实例', READ_HISTORY: '查看历史', RETRY_JOB: '重试作业',
  READ_INSTANCE_VARIABLE: '查看实例变量', SUSPEND_INSTANCE: '挂起实例', MIGRATE_INSTANCE: '迁移实例',
  CREATE_INSTANCE: '发起流程', UPDATE_TASK: '修改任务', TASK_ASSIGN: '指派任务', TASK_WORK: '办理任务',
};
const CALENDAR = {
  Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', previous: '上一页', next: '下一页',
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = new RegExp(`^(${MONTHS.join('|')})(?: (\\d{4}))?$`);
// What the engine answers, in the notes at the bottom of the page.
const ANSWERS = [
  [/No matching task with id|Cannot find task/, '请从列表中选择其他任务。'],
  [/does not have .* permission/, '您没有这项操作的权限，请联系流程管理员。'],
  [/OptimisticLocking|updated by another transaction/, '刚刚有人先处理了，请刷新页面查看最新状态。'],
  [/No matching (definition|process instance|deployment)/, '没有找到，可能已经结束或删除。'],
];
const PLACES = [
  ['.uib-daypicker, .uib-monthpicker, .uib-yearpicker', CALENDAR],
  ['.tjs-container, .dmn-decision-table-container', DECISION_TABLE],
  ['thead, button, a, .no-results', EVERYWHERE],
  ['td', { 'Failed Job': '作业失败', 'Failed External Task': '外部任务失败' }],
  ['.null-value', { null: '无' }],
  ['.group-type', { WORKFLOW: '流程' }],
];
const ISO_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/;
const PERMISSION_LIST = /^[A-Z_]+(?:, [A-Z_]+)*$/;

function said(text, element) {
  if (ISO_TIME.test(text)) return text.replace(ISO_TIME, '$1 $2');
  if (/^[^。]+。\s*:$/.test(text) && element.closest('.alert')) return text.replace(/。\s*:$/, '：');
  if (element.closest('.alert')) {
    const answer = ANSWERS.find(([pattern]) => pattern.test(text));
    if (answer) return answer[1];
  }
  const [month, name, year] = MONTH.exec(text) ?? [];
  if (month && element.closest(PLACES[0][0])) return `${year ? `${year}年` : ''}${MONTHS.indexOf(name) + 1}月`;
  if (PERMISSION_LIST.test(text) && element.closest('.permissions')) {
    return text.split(', ').map((one) => PERMISSIONS[one] ?? one).join('、');
  }
  const place = PLACES.find(([where, words]) => text in words && element.closest(where));
  return place?.[1][text];
}

function translate(text) {
  const element = text.parentElement;
  const plain = text.data.trim();
  if (!plain || !element || element.closest('textarea, pre, code, script, style')) return;
  const chinese = said(plain, element);
  if (chinese) text.data = text.data.replace(plain, () => chinese);
}

function visit(node) {
  if (node.nodeType === Node.TEXT_NODE) return translate(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translate(texts.currentNode);
  [node, ...node.querySelectorAll('[title], [uib-tooltip]')].forEach((one) =>
    ['title', 'uib-tooltip'].forEach((name) => {
      const chinese = TITLES[one.getAttribute(name)];
      if (chinese) one.setAttribute(name, chinese);
    }));
}

if (language === 'zh') {
  new MutationObserver((changes) =>
    changes.forEach((change) =>
      change.type === 'childList' ? change.addedNodes.forEach(visit) : visit(change.target)))
    .observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}
