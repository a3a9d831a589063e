// What happened to an issue, told in one sentence each.

import { approvalSentence } from "./approval-events.js";
import { said as inWords, t } from "./i18n.js";
import { moment, stars } from "./words.js";

const ASSIGNED = {
  FIRST: (whom) => t`系统指派给 ${whom}`, REFUSED: (whom) => t`退回后改派给 ${whom}`, TRANSFER: (whom) => t`转交给 ${whom}`,
  REASSIGNED: (whom) => t`改派给 ${whom}`, REOPENED: (whom) => t`重开后指派给 ${whom}`,
  URGENCY: (whom) => t`时限调整，仍由 ${whom}`,
};

const CLOSED = {
  CONFIRMED: t`提报人确认解决，问题关闭`, NO_RATING: t`到期未评价，问题自动关闭`,
  DUPLICATE: t`确认为重复，问题关闭`, WONT_FIX: t`确认不予解决，问题关闭`,
};

const STAGE = { REMIND: t`时限已用一半，已提醒处理人`, URGE: t`时限已用八成，已催办`, ESCALATE: t`已到期，已升级告知负责人` };

function paused(by, { kind, reason, waitsFor }) {
  if (kind === "APPROVAL") return { text: t`等待审批，计时暂停`, said: reason };
  return kind === "OTHER"
    ? { text: t`${by} 暂停处理，等待${waitsFor}`, said: reason }
    : { text: t`${by} 请提报人补充信息，计时暂停`, said: reason };
}
const portions = (shares, name) =>
  Object.entries(shares).map(([user, share]) => `${name(user)} ${Math.round(share * 100)}%`).join(t`、`);

const PROPOSAL = {
  INVALID: t`判定为无效`, DUPLICATE: t`判定为重复提报`, WONT_FIX: t`不予解决`, RECURRENCE: t`标记为复发`, URGENCY: t`调整紧急程度`, SHARES: t`协作份额`,
};

export const days = (minutes) => t`${Number((minutes / 480).toFixed(2))} 个工作日`;
const category = (payload) => [inWords(payload.category), payload.subCategory].filter(Boolean).join(" / ");

/** Each type its words; `who` says a userid's name. */
const WORDS = {
  REPORTED: ({ by }) => ({ text: t`${by} 提报了问题` }),
  CLASSIFIED: ({ payload }) => ({
    text: payload.category ? t`自动分类为 ${category(payload)}` : t`没有明确的分类，等待人工分诊`,
    said: hitWords(payload.hits), tone: "calm",
  }),
  TRIAGED: ({ by, payload }) => ({ text: t`${by} 判定分类为 ${category(payload)}` }),
  RECLASSIFIED: ({ by, payload }) => ({
    text: payload.from === payload.category && payload.fromSubCategory === payload.subCategory
      ? t`${by} 确认分类为 ${category(payload)}` : t`${by} 把分类更正为 ${category(payload)}`,
    said: payload.reason,
  }),
  CATEGORY_DISPUTED: ({ by, payload }) => ({
    text: t`${by} 认为分类不对${payload.category ? t`，应为 ${inWords(payload.category)}` : ""}`, said: payload.reason,
  }),
  SERVICE_LEVEL_SET: ({ payload }) => ({
    text: t`时限 ${days(payload.minutes)}，${moment(payload.dueAt)} 截止`, said: payload.reason || payload.major && payload.majorReason, tone: "calm",
  }),
  ASSIGNED: ({ name, holderName, payload }) => ({
    text: (ASSIGNED[payload.kind] ?? ((whom) => t`指派给 ${whom}`))(holderName ?? name(payload.handler)), said: payload.reason,
  }),
  ACCEPTED: ({ by }) => ({ text: t`${by} 接单` }),
  REFUSED: ({ by, payload }) => ({ text: t`${by} 退回误派`, said: payload.reason, tone: "bad" }),
  PAUSED: ({ by, payload }) => paused(by, payload),
  PAUSE_APPROVED: ({ by, payload }) => ({ text: t`${by} 批准了暂停，整段不计入处理时间`, said: payload.note, tone: "calm" }),
  RESUMED: ({ by, payload }) => payload.kind === "APPROVAL" ? { text: payload.dueAt ? t`计时恢复` : t`不再等待审批，计时恢复`, tone: "calm" } : ({
    text: payload.answer ? t`${by} 补充了信息，计时恢复` : t`${by} 恢复了处理，计时继续`,
    said: payload.answer ?? payload.note ?? payload.reason,
  }),
  REMINDED: ({ payload }) => ({
    text: `${STAGE[payload.stage] ?? t`提醒`}${payload.inGroup ? t`，并在群里@` : ""}`, tone: payload.stage === "ESCALATE" ? "bad" : "calm",
  }),
  DUE_MOVED: ({ payload }) => ({
    text: t`截止时间改为 ${moment(payload.personalDueAt ?? payload.dueAt)}`, said: payload.reason, tone: "calm",
  }),
  RESOLVED: ({ by, payload }) => ({ text: t`${by} 提交了解决方案`, said: payload.solution, tone: "good" }),
  SOLUTION_COMPLETED: ({ by, payload }) => ({
    text: t`${by} 补全了解决方案`, said: payload.cause || payload.solution || payload.verification, tone: "good",
  }),
  REOPENED: ({ by, payload }) => ({ text: payload.unlinked ? t`${by} 重新打开了问题` : t`${by} 判定未解决，问题重开`, said: payload.reason, tone: "bad" }),
  RATED: ({ by, payload }) => ({
    text: payload.stars ? (payload.changed ? t`${by} 改评 ${stars(payload.stars)}` : t`${by} 评价 ${stars(payload.stars)}`) : t`${by} 确认解决`,
    said: payload.comment, tone: "good",
  }),
  RATING_FOLLOWED_UP: ({ by, payload }) => ({ text: t`${by} 回访了低分评价${payload.result ? t`：${inWords(payload.result)}` : ""}`, said: payload.note }),
  CLOSED: ({ payload }) => ({ text: CLOSED[payload.outcome] ?? t`问题关闭`, tone: "good" }),
  WITHDRAWN: ({ by, payload }) => ({ text: t`${by} 撤回了问题`, said: payload.reason }),
  INVALIDATED: ({ by, payload }) => ({ text: t`${by} 判定为无效`, said: payload.reason }),
  WONT_FIX: ({ by, payload }) => ({ text: t`${by} 决定不予解决`, said: payload.reason }),
  LINKED: ({ by, payload }) => ({
    text: payload.kind === "RECURRENCE" ? t`${by} 确认与 ${payload.to} 为同一问题复发` : t`${by} 确认与 ${payload.to} 重复`, said: payload.reason,
  }),
  UNLINKED: ({ by, payload }) => ({ text: t`${by} 取消了与 ${payload.to} 的关联`, said: payload.reason }),
  SHARES_AGREED: ({ payload, name }) => ({
    text: t`协作份额经负责人同意`,
    said: portions(payload.shares ?? {}, name),
  }),
  RESOLUTION_CONFIRMED: ({ by }) => ({ text: t`${by} 确认了解决结果`, tone: "good" }),
  COMMENTED: ({ by, payload }) => ({ text: t`${by} 留言`, said: payload.text }),
  PROPOSED: ({ by, payload, name }) => ({
    text: t`${by} 提议${PROPOSAL[payload.kind] ?? ""}${payload.urgency ? t`为“${inWords(payload.urgency)}”` : payload.to ? t`（${payload.to}）` : ""}`
      + `${payload.reviewer ? t`，待 ${name(payload.reviewer)} 确认` : ""}`,
    said: payload.shares ? t`${portions(payload.shares, name)}：${payload.reason}` : payload.reason,
  }),
  PROPOSAL_DECLINED: ({ by, payload }) => ({ text: PROPOSAL[payload.kind] ? t`${by} 没有同意${PROPOSAL[payload.kind]}` : t`${by} 没有同意提议`, said: payload.reason }),
  URGENCY_CHANGED: ({ by, payload }) => ({ text: t`${by} 把紧急程度从“${inWords(payload.from)}”改为“${inWords(payload.to)}”`, said: payload.reason }),
  JOINED: ({ by }) => ({ text: t`${by} 也遇到了这个问题` }),
  REVIEW_SCHEDULED: ({ payload }) => ({ text: t`安排复盘会，${moment(payload.startsAt)} 开始`, said: payload.reason, tone: "calm" }),
  REVIEW_MOVED: ({ by, payload }) => ({ text: t`${by} 把复盘会改到 ${moment(payload.startsAt)}` }),
  REVIEW_CONCLUDED: ({ by, payload }) => ({
    text: t`${by} 记录了复盘结论，改进措施 ${payload.measures?.length ?? 0} 项`, said: payload.conclusions, tone: "good",
  }),
  MEASURE_DONE: ({ by, payload }) => ({ text: t`${by} 落实了改进措施“${payload.title}”`, said: payload.note, tone: "good" }),
};

/** What it gives as the reason is ours to say in English; what people wrote is not. */
const SYSTEM = "issueloop";

/** {text, said, tone} of an event as the history answers it. */
export function sentence(event) {
  const name = (user) => event.names?.[user] ?? user;
  const behalf = event.payload.onBehalfOf;
  const by = behalf ? t`${event.actorName}（代 ${name(behalf)}）` : event.actorName;
  const told = approvalSentence(event) ?? (WORDS[event.type] ?? fallback)({ ...event, by, name });
  return event.actor === SYSTEM ? { ...told, said: inWords(told.said) } : told;
}

/** Of a kind this page does not know yet: who, and what was written with it. */
function fallback({ type, by, payload }) {
  const words = ["text", "reason", "comment", "note"].map((key) => payload?.[key]).find(Boolean);
  return { text: t`${by} 记录了新的进展（${type}）`, said: words, tone: "calm" };
}

/** Hits come as 分类:关键词:权重. */
export function hitWords(hits) {
  const words = [...(hits ?? [])].map((hit) => String(hit).split(":")).map(([of, word]) => t`“${word}”（${inWords(of)}）`);
  return words.length ? t`依据关键词：${words.join(t`、`)}` : "";
}
