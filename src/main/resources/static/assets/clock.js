// How an issue's clock stands: the due time with the working time left, and a pause while it lasts.

import { h } from "./dom.js";
import { said, t } from "./i18n.js";
import { due, exact, isOpen, moment } from "./words.js";

/** The due time in words, exact on hover; null where there is none any more. */
export function dueFact(issue, clock) {
  const at = clock.dueAt ?? issue.dueAt;
  if (!at || !isOpen(issue.status)) return null;
  const when = due(at);
  const stands = clock.pause && !isCounting(clock.pause);
  const left = !stands ? clock.remaining && t`${said(clock.remaining)}（工作时间）`
    : clock.remaining ? t`计时已暂停，恢复时${said(clock.remaining)}` : t`计时已暂停`;
  return {
    title: exact(at),
    node: h("span", {}, h("span", { class: stands ? "" : when.tone }, stands ? t`原定 ${when.text}` : when.text),
      left && h("span", { class: clock.remainingMinutes < 0 ? "late small block" : "muted small block" }, left)),
  };
}

/** What is waited for, and what the pause costs. */
export function pauseCard(pause) {
  if (!pause || pause.kind === "APPROVAL") return null;
  const whom = pause.waitsFor || t`提报人补充信息`;
  const rule = pause.approved ? t`负责人已批准，整段暂停不计入处理时间。`
    : isCounting(pause) ? t`暂停已满 10 个工作日，未经负责人批准，计时已恢复。`
      : t`未经负责人批准，${moment(pause.capAt)}（满 10 个工作日）起重新计时。`;
  return h("section", { class: isCounting(pause) ? "notice bad" : "notice" },
    h("p", {}, h("strong", {}, t`已暂停，等待${whom}`), t`（${moment(pause.since)} 起）`),
    pause.reason && h("p", {}, pause.reason),
    h("p", { class: "small", title: exact(pause.capAt) }, rule));
}

function isCounting(pause) {
  return !pause.approved && new Date(pause.capAt) <= new Date();
}
