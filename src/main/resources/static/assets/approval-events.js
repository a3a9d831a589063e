// What happened in the approval of a major issue, told in one sentence each.

const RULE = { ANY: "任一人同意即可", ALL: "须全部同意", SEQUENTIAL: "依次审批" };

const OUTCOME = {
  APPROVED: ["审批通过", "good"], REJECTED: ["审批被驳回，按普通问题处理", "bad"],
  REVOKED: ["审批已撤销，按普通问题处理", "bad"], DELETED: ["审批单已删除，按普通问题处理", "bad"],
  NOT_NEEDED: ["无需审批", "calm"], CANCELLED: ["审批已取消", "calm"],
};

const URGED = {
  REMINDER: "提醒审批人", SUBSTITUTE: "请代理人审批", ESCALATION: "升级给上一级审批", MANUAL: "改由人工审批",
};

const OPINION = {
  AGREED: ["同意", "good"], REJECTED: ["驳回", "bad"], TRANSFERRED: ["转审", "calm"], SENT_BACK: ["退回", "calm"],
  SIGNER_ADDED: ["加签", "calm"], PASSED_ON: ["转交", "calm"], DISREGARDED: ["同意（不计）", "calm"],
};

const DOOR = { WECOM: "企业微信审批", PAGE: "审批页面", TASKLIST: "任务列表" };

const people = (users, name) => (Array.isArray(users) ? users : [users]).filter(Boolean).map(name).join("、");

const WORDS = {
  APPROVAL_REQUESTED: ({ payload, name }) => ({
    text: `提交审批：${people(payload.approvers, name)}`,
    said: [RULE[payload.rule], payload.copied?.length && `抄送 ${people(payload.copied, name)}`].filter(Boolean).join("，"),
  }),
  APPROVAL_SUBMITTED: ({ payload }) => ({ text: "企业微信审批单已提交", said: payload.formNo && `单号 ${payload.formNo}`, tone: "calm" }),
  APPROVAL_URGED: ({ payload, name }) => ({
    text: `${URGED[payload.stage] ?? "催办审批"}${payload.to?.length ? `：${people(payload.to, name)}` : ""}`, tone: "calm",
  }),
  APPROVAL_OPINION: ({ by, payload }) => {
    const [said, tone] = OPINION[payload.opinion] ?? [payload.opinion, "calm"];
    return { text: `${by} ${said}${DOOR[payload.door] ? `（${DOOR[payload.door]}）` : ""}`, said: payload.comment, tone };
  },
  APPROVAL_DECIDED: ({ payload }) => {
    const [text, tone] = OUTCOME[payload.outcome] ?? ["审批结束", "calm"];
    return { text, said: payload.comment, tone };
  },
  APPROVAL_REVOKED: ({ by, payload }) => ({ text: `${by} 在通过后撤销了审批，处理继续`, said: payload.comment, tone: "bad" }),
};

/** The words of an approval's event; nothing for other types. */
export const approvalSentence = (type) => WORDS[type];
