// What the API sends in words of its own is said in the page's language as it comes in.

import { english, label, said, zh } from "./i18n.js";

/** Keys that never carry what people wrote, nor what is compared or sent back. */
const OURS = new Set(["label", "stateLabel", "verdictLabel", "moveLabel", "stepLabel", "effectiveLabel", "formula", "unit",
  "meaning", "warning", "hint", "help", "why", "whyNot", "remaining", "rule", "door", "opinion", "heading", "capability",
  "uses", "none"]);
/** Who did it: only the system itself has a name of ours. */
const WHO = new Set(["actorName", "byName", "createdBy", "decidedBy", "enteredBy"]);
const SYSTEM = zh`系统`;

function ours(holder, key) {
  return OURS.has(key) || (key === "reason" && "included" in holder) || (["name", "source"].includes(key) && "metric" in holder);
}

function spoken(holder, key, value) {
  if (Array.isArray(value)) return value.map((one) => spoken(holder, key, one));
  if (value && typeof value === "object") return inWords(value);
  if (WHO.has(key)) return value === SYSTEM ? label(value) : value;
  if (key === "target" && "unit" in holder && typeof value === "string") return value.replace(/\S+$/, label); // ≥ 90 %, ≤ 3 天
  return ours(holder, key) ? said(value) : value;
}

/** The same answer with its labels in English; in Chinese the answer itself. */
export function inWords(answer) {
  if (!english || !answer || typeof answer !== "object") return answer;
  if (Array.isArray(answer)) return answer.map(inWords);
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, spoken(answer, key, value)]));
}
