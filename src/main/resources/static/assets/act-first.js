// 先处理后审批, for those who may: the work begins, the approval goes on.

import { get, newKey, post } from "./api.js";
import { sure, tell } from "./dialogs.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** A button that asks once more before it lets the work begin. */
export function actFirst(issueNo, again) {
  const key = newKey();
  const button = h("button", { class: "button", type: "button" }, t`先处理后审批`);
  button.addEventListener("click", async () => {
    if (!await sure(t`处理人马上开始处理，审批继续进行。确定先处理后审批？`)) return;
    button.disabled = true;
    try {
      await post(`/api/issues/${issueNo}/approval/act-first`, { reason: "" }, key);
    } catch (error) {
      await tell(error.message);
    }
    await again();
  });
  return button;
}

/** What the issue page offers about an approval that is waiting; nothing where there is none. */
export async function approvalActions(issueNo, events, again) {
  if (!events.some(({ type }) => type === "APPROVAL_REQUESTED")) return [];
  const approval = await get(`/api/issues/${issueNo}/approval`);
  if (approval.stateCode !== "WAITING") return [];
  return [
    approval.mayDecide && h("a", { class: "button primary", href: `/m/approve/${issueNo}` }, t`去审批`),
    approval.mayActFirst && actFirst(issueNo, again),
    !approval.mayDecide && h("a", { class: "button", href: `/m/approve/${issueNo}` }, t`查看审批`),
  ].filter(Boolean);
}
