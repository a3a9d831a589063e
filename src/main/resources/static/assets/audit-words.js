// What the record of operations calls things, in words.

import { t } from "./i18n.js";
import { quarterName } from "./periods.js";

export const KINDS = {
  EXPORT: t`导出`, MODE: t`企业微信能力`, DELIVERY: t`人工办理`, ORGANISATION: t`组织`, CALENDAR: t`工作日历`, PILOT: t`试点`,
  IMPORT: t`批量导入`, QUARTER: t`季度考核`, KPI: t`指标与目标`, MODEL: t`流程模型`, ENGINE: t`流程引擎`, ACCESS: t`访问`,
};

const ACTIONS = {
  KPI_EXPORTED: t`导出指标`, ISSUES_EXPORTED: t`导出问题`, AUDIT_EXPORTED: t`导出操作记录`,
  MODE_CHANGED: t`改变能力的模式`, DONE_BY_HAND: t`人工办理了投递`,
  LEAD_SET: t`指定负责人`, LEAD_ENDED: t`取消指定负责人`, HANDLER_SET: t`指定是否处理问题`, HANDLER_ENDED: t`取消指定处理`,
  KPI_ADMIN_SET: t`设定 KPI 管理员`, KPI_ADMIN_ENDED: t`取消设定 KPI 管理员`,
  PROCESS_ADMIN_SET: t`设定流程管理员`, PROCESS_ADMIN_ENDED: t`取消设定流程管理员`,
  PROJECT_SET: t`指定项目归属`, PROJECT_ENDED: t`取消项目归属`, SKILL_SET: t`登记专长`, SKILL_ENDED: t`取消专长`,
  HANDOVER_OPENED: t`发起离职移交`, HANDOVER_CONFIRMED: t`完成离职移交`,
  CALENDAR_PUBLISHED: t`发布工作日历`, PILOT_SCOPE: t`改变试点范围`, IMPORT_TRIED: t`试运行导入`, IMPORTED: t`导入问题`,
  QUARTER_ENDED: t`季度结束`, QUARTER_MOVED: t`截止时间移动`, QUARTER_CUT_OFF: t`季度截止`, QUARTER_CHECKED: t`核对季度`,
  QUARTER_PUBLISHED: t`公示季度`, QUARTER_SIGNED: t`申请锁定季度`, QUARTER_RETURNED: t`退回锁定申请`, QUARTER_LOCKED: t`锁定季度`,
  QUARTER_ARCHIVED: t`归档季度`, QUARTER_REOPEN_ASKED: t`申请重新打开季度`, QUARTER_REOPEN_REFUSED: t`不同意重新打开季度`,
  QUARTER_REOPENED: t`重新打开季度`, QUARTER_TRIAL_RUN: t`试算季度`,
  KPI_OVERRIDDEN: t`人工覆盖指标`, KPI_CORRECTED: t`申诉更正指标`,
  DEFINITION_DRAFTED: t`起草指标定义`, DEFINITION_ACTIVE: t`启用指标定义`, DEFINITION_DISCARDED: t`放弃指标定义`,
  TARGETS_OPENED: t`开始制定目标`, TARGETS_DECISION_ASKED: t`请求决定目标`, TARGETS_DECIDED: t`决定目标`, TARGETS_KEPT: t`沿用目标`,
  TARGETS_REMINDED: t`催促确认目标`, TARGETS_IN_FORCE: t`目标生效`,
  MODEL_FILE: t`随版本部署模型`, MODEL_ENGINE: t`部署模型`, MODEL_DEPLOYED: t`修改并部署模型`, MODEL_ROLLED_BACK: t`退回模型版本`,
  MODEL_MIGRATED: t`迁移运行中的实例`, CALLBACK_REFUSED: t`拒绝企业微信回调`,
  PILOT_GOAL: t`改变试点标准`, PILOT_GOAL_LEFT_OUT: t`试点不看这条标准`, PILOT_STEP: t`安排试点的一步`,
  SIGN_ON_OUTSIDE: t`未能登录：不在可见范围`, SIGN_ON_INACTIVE: t`未能登录：已离开或停用`, SIGN_ON_NO_MEMBER: t`未能登录：不是企业成员`,
  SIGN_ON_DECLINED: t`未能登录：没有同意授权`, SIGN_ON_STATE: t`未能登录：登录请求过期或不符`,
  SIGN_ON_SESSION: t`会话失效或被改动`, SIGN_ON_TOKEN: t`令牌无效`,
};

const OPERATIONS = {
  Create: t`新建`, Delete: t`删除`, Update: t`修改`, SetVariable: t`设置变量`, SetVariables: t`设置变量`, RemoveVariable: t`删除变量`,
  ModifyVariable: t`修改变量`, ModifyProcessInstance: t`修改流程实例`, Migrate: t`迁移实例`, SetJobRetries: t`重试作业`,
  SetDueDate: t`修改到期时间`, Suspend: t`挂起`, Activate: t`激活`, Resolve: t`解决故障`, Restart: t`重新启动`, Execute: t`执行作业`,
};

const ENTITIES = {
  ProcessInstance: t`流程实例`, ProcessDefinition: t`流程定义`, DecisionDefinition: t`决策表`, Deployment: t`部署`, Task: t`任务`,
  Variable: t`变量`, Job: t`作业`, JobDefinition: t`作业定义`, Incident: t`故障`, Filter: t`任务列表`, User: t`用户`, Group: t`用户组`,
  Authorization: t`权限`, Batch: t`批次`, Attachment: t`附件`, Comment: t`备注`,
};

/** The engine says what it did in two words: the operation and what it was done to. */
export function actionName(action) {
  const [operation, entity] = action.split(" ");
  const done = OPERATIONS[operation];
  return ACTIONS[action] ?? (done ? t`${done}（${ENTITIES[entity] ?? entity}）` : action);
}

/** A bare number says what it counts. */
export function subjectName({ action, subject }) {
  if (!/^\d+$/.test(subject)) return subject;
  if (action === "MODEL_FILE") return t`${subject} 个模型与表单`;
  return /^(DEFINITION|CALENDAR)_/.test(action) ? t`第 ${subject} 版` : subject;
}

/** From when a definition counts; the first has always counted. */
export function detailName({ action, detail }) {
  if (!action.startsWith("DEFINITION_") || !/^\d{4}Q\d$/.test(detail ?? "")) return detail;
  return detail === "2000Q1" ? t`自最初起` : t`自${quarterName(detail)}起`;
}
