// Times and facts in the words people use; the zone is the organisation's, not the device's.

const ZONE = "Asia/Shanghai";
const DAY = 86_400_000;
const exactFormat = new Intl.DateTimeFormat("zh-CN", {
  timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit",
  weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false,
});
const partsFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

function parts(instant) {
  const found = Object.fromEntries(partsFormat.formatToParts(instant).map((p) => [p.type, p.value]));
  const midnight = Date.parse(`${found.year}-${found.month}-${found.day}T00:00:00+08:00`);
  return { ...found, midnight, time: `${found.hour}:${found.minute}` };
}

/** 2026/11/22 周日 14:30 */
export function exact(text) {
  return exactFormat.format(new Date(text));
}

/** 今天 18:00, 明天 10:00, 周三 11:00, 11月30日 09:00, 2027年1月4日 09:00 */
export function moment(text, now = new Date()) {
  const there = parts(new Date(text));
  const here = parts(now);
  const days = Math.round((there.midnight - here.midnight) / DAY);
  const near = { "-1": "昨天", 0: "今天", 1: "明天", 2: "后天" }[days];
  if (near) return `${near} ${there.time}`;
  if (days > 2 && days < 7) {
    return `${"日一二三四五六"[new Date(there.midnight + 8 * 3_600_000).getUTCDay()].replace(/^/, "周")} ${there.time}`;
  }
  const year = there.year === here.year ? "" : `${there.year}年`;
  return `${year}${Number(there.month)}月${Number(there.day)}日 ${there.time}`;
}

/** 3 天, 5 小时, 12 分钟 */
export function span(milliseconds) {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} 小时`;
  return `${Math.round(minutes / 1440)} 天`;
}

/** {text, tone}: 明天 10:00 截止, or 已超时 3 小时 */
export function due(text, now = new Date()) {
  const left = Date.parse(text) - now.getTime();
  if (left < 0) return { text: `已超时 ${span(-left)}`, tone: "late" };
  return { text: `${moment(text, now)} 截止`, tone: left < DAY ? "soon" : "" };
}

const TONES = {
  待接单: "warn", 待分诊: "warn", 待审批: "warn", 处理中: "brand-soft",
  待评估: "brand-soft", 已关闭: "good", 已暂停: "", 已提报: "",
};

export const statusTone = (status) => TONES[status] ?? "";
export const isOpen = (status) => !["已关闭", "已撤销", "无效", "待评估"].includes(status);
export const urgencyTone = (urgency) => ({ 紧急: "bad", 高: "warn" })[urgency] ?? "";
export const stars = (count) => "★".repeat(count) + "☆".repeat(5 - count);
