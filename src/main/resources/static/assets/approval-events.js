// What happened about the approval of a major issue, told in one sentence each.

const OPINIONS = {
  AGREED: "同意", REJECTED: "驳回", TRANSFERRED: "转审", SENT_BACK: "退回", SIGNER_ADDED: "加签",
  PASSED_ON: "转交", DISREGARDED: "同意，但提报人和处理人的同意不计",
};

const STAGES = { REMINDER: "提醒", SUBSTITUTE: "请代为审批：", ESCALATION: "审批升级到", MANUAL: "请在本系统审批：" };

const RULES = { ANY: "一人同意即可", ALL: "都要同意", SEQUENTIAL: "依次同意" };

const OUTCOMES = {
  APPROVED: ["同意，按重大问题处理", "good"], REJECTED: ["驳回，按普通问题处理", "bad"],
  REVOKED: ["撤销了审批，按普通问题处理", "bad"], DELETED: ["企业微信审批单被删除，按普通问题处理", "bad"],
  NOT_NEEDED: ["未经审批直接处理", "calm"], CANCELLED: ["问题已结束，审批随之结束", "calm"],
};

const names = (list) => [...(list ?? [])].join("、");

const DOORS = { WECOM: "企业微信审批", PAGE: "审批页面", CARD: "审批卡片", TASKLIST: "Tasklist" };

function speaker({ actor, actorName, payload }) {
  if (actor === "issueloop") return "";
  return payload.onBehalfOfName ? `${actorName}代${payload.onBehalfOfName}` : actorName;
}

/** {text, said, tone}, or nothing where the event is about something else. */
export function approvalSentence(event) {
  const { type, actorName, payload } = event;
  switch (type) {
    case "APPROVAL_REQUESTED":
      return { text: `重大问题，请${names(payload.approverNames)}审批（${RULES[payload.rule] ?? payload.rule}）` };
    case "APPROVAL_SUBMITTED":
      return { text: `企业微信已受理审批单 ${payload.formNo}`, tone: "calm" };
    case "APPROVAL_URGED":
      return { text: `${STAGES[payload.stage] ?? ""}${names(payload.toNames)}${payload.stage === "REMINDER" ? "审批" : ""}`, tone: "calm" };
    case "APPROVAL_OPINION":
      return { text: `${speaker(event)}${OPINIONS[payload.opinion] ?? payload.opinion}`, said: payload.comment };
    case "APPROVAL_DECIDED": {
      const [text, tone] = OUTCOMES[payload.outcome] ?? [payload.outcome, "calm"];
      const where = DOORS[payload.door] ? `（${DOORS[payload.door]}）` : "";
      return { text: `${speaker(event)}${text}${where}`, said: payload.comment, tone };
    }
    case "APPROVAL_REVOKED":
      return { text: `${actorName} 在通过后撤销了审批，处理照常进行`, said: payload.comment, tone: "bad" };
    case "ACTED_FIRST":
      return { text: `${actorName} 批示先处理后审批`, said: payload.reason };
    case "PAUSED":
      return payload.kind === "APPROVAL" ? { text: "等待审批，计时暂停", tone: "calm" } : null;
    case "RESUMED":
      return payload.kind === "APPROVAL" ? { text: "等待结束，计时恢复，截止时间顺延", tone: "calm" } : null;
    default:
      return null;
  }
}
