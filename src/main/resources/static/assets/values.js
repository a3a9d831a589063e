// What the API calls things: Chinese words that are data, compared and sent but translated only where shown.

export const STATUSES = ["已提报", "待分诊", "待审批", "待接单", "处理中", "已暂停", "待评估", "已关闭", "已撤销", "无效"];
export const HANDLED = "待接单,处理中,已暂停";
export const TRIAGED = "待分诊";
export const TO_RATE = "待评估";
export const PAUSED = "已暂停";
export const URGENCIES = ["紧急", "高", "中", "低"];
export const PRESSING = ["紧急", "高"];
export const USUAL = "中";
export const CATEGORIES = ["技术", "流程", "人员", "工具"];
export const OTHER_PROJECT = "其他";
export const AS_SUGGESTED = "采用建议";
export const SUGGESTION_CHANGED = "调整后采用";
export const AS_BEFORE = "沿用现行目标";
export const SETTLED = ["已关闭", "已撤销", "无效", "待评估"];
/** Between several reasons in one text. */
export const LISTED = "、";
/** By which actions an issue gets to a status. */
export const ACTIONS_TO = {
  待接单: ["triage"],
  处理中: ["accept", "resume", "answer", "unsolved"],
  已暂停: ["question", "pause"],
  待评估: ["resolve"],
  已关闭: ["solved"],
};
