// Why the issue went where it went, and what was sent about it.

import { badge, h } from "./dom.js";
import { categoryGround, handlerGround } from "./care.js";
import { days, sentence } from "./events.js";
import { label, said, t, zh } from "./i18n.js";
import { exact, moment } from "./words.js";

const last = (events, type) => events.filter((event) => event.type === type).at(-1);

/** The reason that says no more than the verdict. */
const ORDINARY = zh`普通问题`;

const names = (list) => [...(list ?? [])].join(t`、`);

function ground(name, text, why) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, text, why && h("div", { class: "muted small" }, why)));
}

/** Each decision with its reason: category, service level, handler. */
export function decisions(issue, events, person, buttons = []) {
  const level = last(events, "SERVICE_LEVEL_SET");
  const judged = last(events.filter(({ payload }) => payload.major !== undefined), "SERVICE_LEVEL_SET");
  const parts = [
    categoryGround(issue, events, buttons),
    judged && ground(t`是否重大`, judged.payload.major ? t`重大问题` : t`普通问题`,
      [judged.payload.majorReason !== ORDINARY && said(judged.payload.majorReason), names(judged.payload.impactWords)].filter(Boolean).join(t`：`)),
    level && ground(t`时限`, days(level.payload.minutes),
      [t`按紧急程度“${said(issue.urgency)}”查时限表`, said(level.payload.reason)].filter(Boolean).join(t`；`)),
    handlerGround(issue, events, person),
  ].filter(Boolean);
  return parts.length > 0 && h("section", { class: "card" }, h("h2", {}, t`判定依据`), h("dl", { class: "grounds" }, parts));
}

/** What approvers did; absent where nothing had to be approved. */
export function approvals(events) {
  const steps = events.filter(({ type }) => type.startsWith("APPROVAL") || type === "ACTED_FIRST");
  return steps.length > 0 && h("section", { class: "card" }, h("h2", {}, t`审批`),
    h("ul", { class: "sent" }, steps.map((event) => {
      const { text, said: words } = sentence(event);
      return h("li", {}, h("span", {}, text, words && h("div", { class: "muted small" }, words)),
        h("span", { class: "muted small nowrap", title: exact(event.occurredAt) }, moment(event.occurredAt)));
    })));
}

const TONES = { DELIVERED: "good", DONE_BY_HAND: "good", FAILED: "bad", UNCERTAIN: "warn", BY_HAND: "warn" };

function line(sent) {
  const people = sent.people.join(t`、`);
  return h("li", {},
    h("span", {}, h("b", {}, label(sent.what)), people && ` → ${people}`,
      h("div", { class: "muted small", title: exact(sent.at) },
        [moment(sent.at), sent.times > 1 && t`更新 ${sent.times} 次`, sent.capability].filter(Boolean).join(" · ")),
      sent.problem && h("div", { class: "said" }, said(sent.problem))),
    badge(sent.state, TONES[sent.stateCode] ?? ""));
}

export function messages(sent) {
  if (!sent.length) return null;
  const open = sent.filter(({ stateCode }) => ["FAILED", "UNCERTAIN"].includes(stateCode)).length;
  return h("section", { class: "card" },
    h("h2", {}, t`消息与同步`, open > 0 && h("span", { class: "badge bad" }, t`${open} 项未送达`)),
    h("ul", { class: "sent" }, sent.slice(0, 8).map(line)),
    sent.length > 8 && h("details", {}, h("summary", {}, t`全部 ${sent.length} 项`),
      h("ul", { class: "sent" }, sent.slice(8).map(line))));
}
