// What happened about the approval of a major issue, told in one sentence each.

import { t } from "./i18n.js";

const OPINIONS = {
  AGREED: (who) => t`${who}同意`, REJECTED: (who) => t`${who}驳回`, TRANSFERRED: (who) => t`${who}转审`,
  SENT_BACK: (who) => t`${who}退回`, SIGNER_ADDED: (who) => t`${who}加签`, PASSED_ON: (who) => t`${who}转交`,
  DISREGARDED: (who) => t`${who}同意，但提报人和处理人的同意不计`,
};

const STAGES = {
  REMINDER: (whom) => t`提醒${whom}审批`, SUBSTITUTE: (whom) => t`请代为审批：${whom}`,
  ESCALATION: (whom) => t`审批升级到${whom}`, MANUAL: (whom) => t`请在本系统审批：${whom}`,
};

const RULES = { ANY: t`一人同意即可`, ALL: t`都要同意`, SEQUENTIAL: t`依次同意` };

const OUTCOMES = {
  APPROVED: [(who) => t`${who}同意，按重大问题处理`, "good"], REJECTED: [(who) => t`${who}驳回，按普通问题处理`, "bad"],
  REVOKED: [(who) => t`${who}撤销了审批，按普通问题处理`, "bad"],
  DELETED: [() => t`企业微信审批单被删除，按普通问题处理`, "bad"],
  NOT_NEEDED: [() => t`未经审批直接处理`, "calm"], CANCELLED: [() => t`问题已结束，审批随之结束`, "calm"],
};

const names = (list) => [...(list ?? [])].join(t`、`);

const DOORS = { WECOM: t`企业微信审批`, PAGE: t`审批页面`, CARD: t`审批卡片`, TASKLIST: "Tasklist" };

function speaker({ actor, actorName, payload }) {
  if (actor === "issueloop") return "";
  return payload.onBehalfOfName ? t`${actorName}代${payload.onBehalfOfName}` : actorName;
}

/** {text, said, tone}, or nothing where the event is about something else. */
export function approvalSentence(event) {
  const { type, actorName, payload } = event;
  switch (type) {
    case "APPROVAL_REQUESTED":
      return { text: t`重大问题，请${names(payload.approverNames)}审批（${RULES[payload.rule] ?? payload.rule}）` };
    case "APPROVAL_SUBMITTED":
      return { text: t`企业微信已受理审批单 ${payload.formNo}`, tone: "calm" };
    case "APPROVAL_URGED":
      return { text: STAGES[payload.stage]?.(names(payload.toNames)) ?? names(payload.toNames), tone: "calm" };
    case "APPROVAL_OPINION":
      return { text: OPINIONS[payload.opinion]?.(speaker(event)) ?? `${speaker(event)}${payload.opinion}`, said: payload.comment };
    case "APPROVAL_DECIDED": {
      const [text, tone] = OUTCOMES[payload.outcome] ?? [() => payload.outcome, "calm"];
      const where = DOORS[payload.door] ? t`（${DOORS[payload.door]}）` : "";
      return { text: `${text(speaker(event))}${where}`, said: payload.comment, tone };
    }
    case "APPROVAL_REVOKED":
      return { text: t`${actorName} 在通过后撤销了审批，处理照常进行`, said: payload.comment, tone: "bad" };
    case "ACTED_FIRST":
      return { text: t`${actorName} 批示先处理后审批`, said: payload.reason };
    case "PAUSED":
      return payload.kind === "APPROVAL" ? { text: t`等待审批，计时暂停`, tone: "calm" } : null;
    case "RESUMED":
      return payload.kind === "APPROVAL" ? { text: t`等待结束，计时恢复，截止时间顺延`, tone: "calm" } : null;
    default:
      return null;
  }
}
