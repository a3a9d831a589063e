// What happened to an issue, told in one sentence each.

import { approvalSentence } from "./approval-events.js";
import { moment, stars } from "./words.js";

const REASON = {
  FIRST: "系统指派给", REFUSED: "退回后改派给", TRANSFER: "转交给", REOPENED: "重开后改派给", URGENCY: "时限调整，仍由",
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

export const days = (minutes) => `${Number((minutes / 480).toFixed(2))} 个工作日`;
const category = (payload) => [payload.category, payload.subCategory].filter(Boolean).join(" / ");

/** {text, said, tone} of an event as the history answers it. */
export function sentence(event) {
  const { type, actorName, holderName, payload } = event;
  const by = actorName;
  const approval = approvalSentence(event);
  if (approval) return approval;
  switch (type) {
    case "REPORTED":
      return { text: `${by} 提报了问题` };
    case "CLASSIFIED":
      return payload.category
        ? { text: `自动分类为 ${category(payload)}`, said: hitWords(payload.hits), tone: "calm" }
        : { text: "没有明确的分类，等待人工分诊", said: hitWords(payload.hits), tone: "calm" };
    case "TRIAGED":
      return { text: `${by} 判定分类为 ${category(payload)}` };
    case "SERVICE_LEVEL_SET":
      return { text: `时限 ${days(payload.minutes)}，${moment(payload.dueAt)} 截止`, tone: "calm" };
    case "ASSIGNED":
      return { text: `${REASON[payload.kind] ?? "指派给"} ${holderName ?? payload.handler}`, said: payload.reason };
    case "ACCEPTED":
      return { text: `${by} 接单` };
    case "REFUSED":
      return { text: `${by} 退回误派`, said: payload.reason, tone: "bad" };
    case "PAUSED":
      return paused(by, payload);
    case "PAUSE_APPROVED":
      return { text: `${by} 批准了暂停，整段不计入处理时间`, said: payload.note, tone: "calm" };
    case "RESUMED":
      return payload.kind === "APPROVAL" ? { text: "不再等待审批，计时恢复", tone: "calm" }
        : payload.answer ? { text: `${by} 补充了信息，计时恢复`, said: payload.answer }
          : { text: `${by} 恢复处理，计时恢复`, said: payload.note };
    case "REMINDED":
      return { text: `${STAGE[payload.stage] ?? "提醒"}${payload.inGroup ? "，并在群里@" : ""}`, tone: payload.stage === "ESCALATE" ? "bad" : "calm" };
    case "DUE_MOVED":
      return { text: `截止时间改为 ${moment(payload.personalDueAt ?? payload.dueAt)}`, said: payload.reason, tone: "calm" };
    case "RESOLVED":
      return { text: `${by} 提交了解决方案`, said: payload.solution, tone: "good" };
    case "REOPENED":
      return { text: `${by} 判定未解决，问题重开`, said: payload.reason, tone: "bad" };
    case "RATED":
      return { text: payload.stars ? `${by} ${payload.changed ? "修改评价为" : "评价"} ${stars(payload.stars)}` : `${by} 确认解决`, said: payload.comment, tone: "good" };
    case "SOLUTION_COMPLETED":
      return { text: `${by} 补充了方案`, said: payload.solution, tone: "good" };
    case "RATING_FOLLOWED_UP":
      return { text: `${by} 回访了低分评价：${payload.result}`, said: payload.note };
    case "CLOSED":
      return { text: CLOSED[payload.outcome] ?? "问题关闭", tone: "good" };
    case "WITHDRAWN":
      return { text: `${by} 撤回了问题`, said: payload.reason };
    case "INVALIDATED":
      return { text: `${by} 判定为无效`, said: payload.reason };
    case "WONT_FIX":
      return { text: `${by} 决定不予解决`, said: payload.reason };
    case "LINKED":
      return { text: `${by} 确认与 ${payload.to} ${payload.kind === "RECURRENCE" ? "为同一问题复发" : "重复"}` };
    case "UNLINKED":
      return { text: `${by} 取消了与 ${payload.to} 的关联`, said: payload.reason };
    case "PROPOSED":
      return { text: `${by} 提议：${proposed(payload)}，等待负责人确认`, said: payload.reason };
    case "PROPOSAL_DECLINED":
      return { text: `${by} 驳回了提议：${proposed(payload)}`, said: payload.reason };
    case "URGENCY_CHANGED":
      return { text: `${by} 确认紧急程度由${payload.from}改为${payload.to}` };
    case "JOINED":
      return { text: `${by} 也遇到了`, tone: "calm" };
    case "SHARES_AGREED":
      return { text: "处理贡献已确认" };
    case "RESOLUTION_CONFIRMED":
      return { text: `${by} 确认了解决结果`, tone: "good" };
    case "COMMENTED":
      return { text: `${by} 留言`, said: payload.text };
    case "REVIEW_SCHEDULED":
      return { text: `安排复盘会，${moment(payload.startsAt)} 开始`, said: payload.reason, tone: "calm" };
    case "REVIEW_MOVED":
      return { text: `${by} 把复盘会改到 ${moment(payload.startsAt)}` };
    case "REVIEW_CONCLUDED":
      return { text: `${by} 记录了复盘结论，改进措施 ${payload.measures?.length ?? 0} 项`, said: payload.conclusions, tone: "good" };
    case "MEASURE_DONE":
      return { text: `${by} 落实了改进措施“${payload.title}”`, said: payload.note, tone: "good" };
    default:
      return fallback({ type, actorName, payload });
  }
}

/** Of a kind this page does not know yet: who, and what was written with it. */
export function fallback({ type, actorName, payload }) {
  const said = ["text", "reason", "comment", "note"].map((key) => payload?.[key]).find(Boolean);
  return { text: `${actorName} 记录了新的进展（${type}）`, said, tone: "calm" };
}

const PROPOSALS = {
  INVALID: "无效", DUPLICATE: "重复提报", WONT_FIX: "不予解决", RECURRENCE: "复发", URGENCY: "调整紧急程度",
};

const proposed = ({ kind, to, urgency }) =>
  [PROPOSALS[kind] ?? kind, to && `（${to}）`, urgency && `为${urgency}`].filter(Boolean).join("");

/** Hits come as 分类:关键词:权重. */
export function hitWords(hits) {
  const words = [...(hits ?? [])].map((hit) => String(hit).split(":")).map(([of, word]) => `“${word}”（${of}）`);
  return words.length ? `依据关键词：${words.join("、")}` : "";
}
