// Times and facts in the words people use; the zone is the organisation's, not the device's.

import { english, locale, t } from "./i18n.js";
import { SETTLED } from "./values.js";

const ZONE = "Asia/Shanghai";
const DAY = 86_400_000;
const exactFormat = new Intl.DateTimeFormat(locale, {
  timeZone: ZONE, year: "numeric", month: english ? "short" : "2-digit", day: "2-digit",
  weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false,
});
const partsFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

const nearFormat = new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: "short" });
const day = { timeZone: ZONE, month: english ? "short" : "long", day: "numeric" };
const dayFormat = new Intl.DateTimeFormat(locale, day);
const farFormat = new Intl.DateTimeFormat(locale, { ...day, year: "numeric" });
const NEAR = { "-1": t`昨天`, 0: t`今天`, 1: t`明天`, ...(english ? {} : { 2: t`后天` }) };

function parts(instant) {
  const found = Object.fromEntries(partsFormat.formatToParts(instant).map((p) => [p.type, p.value]));
  const midnight = Date.parse(`${found.year}-${found.month}-${found.day}T00:00:00+08:00`);
  return { ...found, midnight, time: `${found.hour}:${found.minute}` };
}

/** 2026/11/22 周日 14:30 */
export function exact(text) {
  return exactFormat.format(new Date(text));
}

const exactly = new Map();

/** 今天 18:00, 明天 10:00, 周三 11:00, 11月30日 09:00, 2027年1月4日 09:00 */
export function moment(text, now = new Date()) {
  const words = inWords(text, now);
  exactly.set(words, exact(text));
  return words;
}

/** The exact form of the times said in a text, for whoever points at it; empty where it says none. */
export function exactIn(text) {
  if (!/\d\d:\d\d/.test(text)) return "";
  const found = [];
  let rest = text;
  for (const [words, time] of [...exactly].sort(([one], [other]) => other.length - one.length)) {
    if (rest.includes(words)) found.push(time);
    rest = rest.replaceAll(words, "");
  }
  return found.join(" / ");
}

function inWords(text, now) {
  const there = parts(new Date(text));
  const here = parts(now);
  const days = Math.round((there.midnight - here.midnight) / DAY);
  if (NEAR[days]) return `${NEAR[days]} ${there.time}`;
  const format = days > 1 && days < 7 ? nearFormat : there.year === here.year ? dayFormat : farFormat;
  return `${format.format(new Date(text))} ${there.time}`;
}

/** 3 天, 5 小时, 12 分钟 */
export function span(milliseconds) {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return t`${minutes} 分钟`;
  if (minutes < 48 * 60) return t`${Math.round(minutes / 60)} 小时`;
  return t`${Math.round(minutes / 1440)} 天`;
}

/** {text, tone}: 明天 10:00 截止, or 已超时 3 小时 */
export function due(text, now = new Date()) {
  const left = Date.parse(text) - now.getTime();
  if (left < 0) return { text: t`已超时 ${span(-left)}`, tone: "late" };
  return { text: t`${moment(text, now)} 截止`, tone: left < DAY ? "soon" : "" };
}

const TONES = {
  待接单: "warn", 待分诊: "warn", 待审批: "warn", 处理中: "brand-soft",
  待评估: "brand-soft", 已关闭: "good", 已暂停: "", 已提报: "",
};

export const statusTone = (status) => TONES[status] ?? "";
export const isOpen = (status) => !SETTLED.includes(status);
export const urgencyTone = (urgency) => ({ 紧急: "bad", 高: "warn" })[urgency] ?? "";
export const stars = (count) => "★".repeat(count) + "☆".repeat(5 - count);
