// What happened to an issue, told in one sentence each.

import { approvalSentence } from "./approval-events.js";
import { moment, stars } from "./words.js";

const REASON = { FIRST: "系统指派给", REFUSED: "退回后改派给", TRANSFER: "转交给", REOPENED: "重开后改派给",
  REASSIGNED: "改派给" };

const CLOSED = {
  CONFIRMED: "提报人确认解决，问题关闭", NO_RATING: "到期未评价，问题自动关闭",
  DUPLICATE: "确认为重复，问题关闭", WONT_FIX: "确认不予解决，问题关闭",
};

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
    case "CATEGORY_DISPUTED":
      return { text: payload.category ? `${by} 认为分类应是 ${payload.category}` : `${by} 对分类有异议`, tone: "bad" };
    case "RECLASSIFIED":
      return { text: payload.from === payload.category ? `${by} 确认分类为 ${category(payload)}` : `${by} 把分类由 ${payload.from} 更正为 ${category(payload)}` };
    case "SERVICE_LEVEL_SET":
      return { text: `时限 ${days(payload.minutes)}，${moment(payload.dueAt)} 截止`, tone: "calm" };
    case "ASSIGNED":
      return { text: `${REASON[payload.kind] ?? "指派给"} ${holderName ?? payload.handler}`, said: payload.reason };
    case "ACCEPTED":
      return { text: `${by} 接单` };
    case "REFUSED":
      return { text: `${by} 退回误派`, said: payload.reason, tone: "bad" };
    case "PAUSED":
      return { text: `${by} 请提报人补充信息，计时暂停`, said: payload.reason };
    case "RESUMED":
      return { text: `${by} 补充了信息，计时恢复`, said: payload.answer };
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
      return { text: `${by} 撤回了问题` };
    case "INVALIDATED":
      return { text: `${by} 判定为无效`, said: payload.reason };
    case "WONT_FIX":
      return { text: `${by} 决定不予解决`, said: payload.reason };
    case "LINKED":
      return { text: `${by} 确认与 ${payload.to} ${payload.kind === "RECURRENCE" ? "为同一问题复发" : "重复"}` };
    case "UNLINKED":
      return { text: `${by} 取消了与 ${payload.to} 的关联` };
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

/** Hits come as 分类:关键词:权重. */
export function hitWords(hits) {
  const words = [...(hits ?? [])].map((hit) => String(hit).split(":")).map(([of, word]) => `“${word}”（${of}）`);
  return words.length ? `依据关键词：${words.join("、")}` : "";
}
