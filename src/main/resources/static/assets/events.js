// What happened to an issue, told in one sentence each.

import { approvalSentence } from "./approval-events.js";
import { moment, stars } from "./words.js";

const ASSIGNED = {
  FIRST: "系统指派给", REFUSED: "退回后改派给", TRANSFER: "转交给", REASSIGNED: "改派给", REOPENED: "重开后指派给",
  URGENCY: "时限调整，仍由",
};

const CLOSED = {
  CONFIRMED: "提报人确认解决，问题关闭", NO_RATING: "到期未评价，问题自动关闭",
  DUPLICATE: "确认为重复，问题关闭", WONT_FIX: "确认不予解决，问题关闭",
};

const STAGE = { REMIND: "时限已用一半，已提醒处理人", URGE: "时限已用八成，已催办", ESCALATE: "已到期，已升级告知负责人" };

function paused(by, { kind, reason, waitsFor }) {
  if (kind === "APPROVAL") return { text: "等待审批，计时暂停", said: reason };
  return kind === "OTHER"
    ? { text: `${by} 暂停处理，等待${waitsFor}`, said: reason }
    : { text: `${by} 请提报人补充信息，计时暂停`, said: reason };
}
const portions = (shares, name) =>
  Object.entries(shares).map(([user, share]) => `${name(user)} ${Math.round(share * 100)}%`).join("、");

const PROPOSAL = {
  INVALID: "判定为无效", DUPLICATE: "判定为重复提报", WONT_FIX: "不予解决", RECURRENCE: "标记为复发", URGENCY: "调整紧急程度", SHARES: "协作份额",
};

export const days = (minutes) => `${Number((minutes / 480).toFixed(2))} 个工作日`;
const category = (payload) => [payload.category, payload.subCategory].filter(Boolean).join(" / ");

/** Each type its words; `who` says a userid's name. */
const WORDS = {
  REPORTED: ({ by }) => ({ text: `${by} 提报了问题` }),
  CLASSIFIED: ({ payload }) => ({
    text: payload.category ? `自动分类为 ${category(payload)}` : "没有明确的分类，等待人工分诊",
    said: hitWords(payload.hits), tone: "calm",
  }),
  TRIAGED: ({ by, payload }) => ({ text: `${by} 判定分类为 ${category(payload)}` }),
  RECLASSIFIED: ({ by, payload }) => ({
    text: payload.from === payload.category && payload.fromSubCategory === payload.subCategory
      ? `${by} 确认分类为 ${category(payload)}` : `${by} 把分类更正为 ${category(payload)}`,
    said: payload.reason,
  }),
  CATEGORY_DISPUTED: ({ by, payload }) => ({
    text: `${by} 认为分类不对${payload.category ? `，应为 ${payload.category}` : ""}`, said: payload.reason,
  }),
  SERVICE_LEVEL_SET: ({ payload }) => ({
    text: `时限 ${days(payload.minutes)}，${moment(payload.dueAt)} 截止`, said: payload.reason || payload.major && payload.majorReason, tone: "calm",
  }),
  ASSIGNED: ({ name, holderName, payload }) => ({
    text: `${ASSIGNED[payload.kind] ?? "指派给"} ${holderName ?? name(payload.handler)}`, said: payload.reason,
  }),
  ACCEPTED: ({ by }) => ({ text: `${by} 接单` }),
  REFUSED: ({ by, payload }) => ({ text: `${by} 退回误派`, said: payload.reason, tone: "bad" }),
  PAUSED: ({ by, payload }) => paused(by, payload),
  PAUSE_APPROVED: ({ by, payload }) => ({ text: `${by} 批准了暂停，整段不计入处理时间`, said: payload.note, tone: "calm" }),
  RESUMED: ({ by, payload }) => payload.kind === "APPROVAL" ? { text: payload.dueAt ? "计时恢复" : "不再等待审批，计时恢复", tone: "calm" } : ({
    text: payload.answer ? `${by} 补充了信息，计时恢复` : `${by} 恢复了处理，计时继续`,
    said: payload.answer ?? payload.note ?? payload.reason,
  }),
  REMINDED: ({ payload }) => ({
    text: `${STAGE[payload.stage] ?? "提醒"}${payload.inGroup ? "，并在群里@" : ""}`, tone: payload.stage === "ESCALATE" ? "bad" : "calm",
  }),
  DUE_MOVED: ({ payload }) => ({
    text: `截止时间改为 ${moment(payload.personalDueAt ?? payload.dueAt)}`, said: payload.reason, tone: "calm",
  }),
  RESOLVED: ({ by, payload }) => ({ text: `${by} 提交了解决方案`, said: payload.solution, tone: "good" }),
  SOLUTION_COMPLETED: ({ by, payload }) => ({
    text: `${by} 补全了解决方案`, said: payload.cause || payload.solution || payload.verification, tone: "good",
  }),
  REOPENED: ({ by, payload }) => ({ text: payload.unlinked ? `${by} 重新打开了问题` : `${by} 判定未解决，问题重开`, said: payload.reason, tone: "bad" }),
  RATED: ({ by, payload }) => ({
    text: payload.stars ? `${by} ${payload.changed ? "改评" : "评价"} ${stars(payload.stars)}` : `${by} 确认解决`,
    said: payload.comment, tone: "good",
  }),
  RATING_FOLLOWED_UP: ({ by, payload }) => ({ text: `${by} 回访了低分评价${payload.result ? `：${payload.result}` : ""}`, said: payload.note }),
  CLOSED: ({ payload }) => ({ text: CLOSED[payload.outcome] ?? "问题关闭", tone: "good" }),
  WITHDRAWN: ({ by, payload }) => ({ text: `${by} 撤回了问题`, said: payload.reason }),
  INVALIDATED: ({ by, payload }) => ({ text: `${by} 判定为无效`, said: payload.reason }),
  WONT_FIX: ({ by, payload }) => ({ text: `${by} 决定不予解决`, said: payload.reason }),
  LINKED: ({ by, payload }) => ({
    text: `${by} 确认与 ${payload.to} ${payload.kind === "RECURRENCE" ? "为同一问题复发" : "重复"}`, said: payload.reason,
  }),
  UNLINKED: ({ by, payload }) => ({ text: `${by} 取消了与 ${payload.to} 的关联`, said: payload.reason }),
  SHARES_AGREED: ({ payload, name }) => ({
    text: "协作份额经负责人同意",
    said: portions(payload.shares ?? {}, name),
  }),
  RESOLUTION_CONFIRMED: ({ by }) => ({ text: `${by} 确认了解决结果`, tone: "good" }),
  COMMENTED: ({ by, payload }) => ({ text: `${by} 留言`, said: payload.text }),
  PROPOSED: ({ by, payload, name }) => ({
    text: `${by} 提议${PROPOSAL[payload.kind] ?? ""}${payload.urgency ? `为“${payload.urgency}”` : payload.to ? `（${payload.to}）` : ""}`
      + `${payload.reviewer ? `，待 ${name(payload.reviewer)} 确认` : ""}`,
    said: payload.shares ? `${portions(payload.shares, name)}：${payload.reason}` : payload.reason,
  }),
  PROPOSAL_DECLINED: ({ by, payload }) => ({ text: `${by} 没有同意${PROPOSAL[payload.kind] ?? "提议"}`, said: payload.reason }),
  URGENCY_CHANGED: ({ by, payload }) => ({ text: `${by} 把紧急程度从“${payload.from}”改为“${payload.to}”`, said: payload.reason }),
  JOINED: ({ by }) => ({ text: `${by} 也遇到了这个问题` }),
  REVIEW_SCHEDULED: ({ payload }) => ({ text: `安排复盘会，${moment(payload.startsAt)} 开始`, said: payload.reason, tone: "calm" }),
  REVIEW_MOVED: ({ by, payload }) => ({ text: `${by} 把复盘会改到 ${moment(payload.startsAt)}` }),
  REVIEW_CONCLUDED: ({ by, payload }) => ({
    text: `${by} 记录了复盘结论，改进措施 ${payload.measures?.length ?? 0} 项`, said: payload.conclusions, tone: "good",
  }),
  MEASURE_DONE: ({ by, payload }) => ({ text: `${by} 落实了改进措施“${payload.title}”`, said: payload.note, tone: "good" }),
};

/** {text, said, tone} of an event as the history answers it. */
export function sentence(event) {
  const name = (user) => event.names?.[user] ?? user;
  const behalf = event.payload.onBehalfOf;
  const by = behalf ? `${event.actorName}（代 ${name(behalf)}）` : event.actorName;
  return approvalSentence(event) ?? (WORDS[event.type] ?? fallback)({ ...event, by, name });
}

/** Of a kind this page does not know yet: who, and what was written with it. */
function fallback({ type, by, payload }) {
  const said = ["text", "reason", "comment", "note"].map((key) => payload?.[key]).find(Boolean);
  return { text: `${by} 记录了新的进展（${type}）`, said, tone: "calm" };
}

/** Hits come as 分类:关键词:权重. */
export function hitWords(hits) {
  const words = [...(hits ?? [])].map((hit) => String(hit).split(":")).map(([of, word]) => `“${word}”（${of}）`);
  return words.length ? `依据关键词：${words.join("、")}` : "";
}
