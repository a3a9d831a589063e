// The pages' language. Chinese stands in the code and is the key of the English catalogue, as with gettext.

const COOKIE = "language";

export const english = document.cookie.split(/;\s*/).includes(`${COOKIE}=en`);
export const locale = english ? "en-GB" : "zh-CN";
document.documentElement.lang = locale;

const { phrases, sentences } = english ? await import("./en/catalogue.js") : { phrases: {}, sentences: {} };

/** {0} is the first value; {0|issue|issues} chooses by it; {0|said} is itself a sentence of the server's, {0|own} what people wrote. */
function fill(text, values, say = (value) => value) {
  return text.replace(/\{(\d)(?:\|(?:said|own|([^|}]*)\|([^|}]*)))?\}/g, (place, index, one, many) => {
    if (place.endsWith("|said}")) return said(values[index]);
    if (place.endsWith("|own}")) return values[index];
    return one === undefined ? say(values[index]) : String(values[index]) === "1" ? one : many;
  });
}

/** t`样本 ${n}` — a text of the page in the chosen language. */
export function t(strings, ...values) {
  if (english) {
    const key = strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
    const found = phrases[key];
    if (found !== undefined) return fill(found, values);
  }
  return String.raw({ raw: strings }, ...values);
}

/** zh`报` — Chinese in every language. */
export const zh = String.raw;

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const LISTED = "、";
const REASONS = "；";
const DIFFERENCES = "；\n";
const NUMBER = /^[-+]?[\d.,:%/–-]+$/;
const literal = (key) => key.replace(/\{\d\}/g, "").length;

/** What says more is the better match: the wording with the longest text of its own comes first. */
const patterns = Object.entries(sentences).filter(([key]) => key.includes("{"))
  .sort(([one], [other]) => literal(other) - literal(one))
  .map(([key, text]) => ({ text, match: new RegExp(`^${key.split(/\{\d\}/).map(escape).join("(.+?)")}$`, "s") }));

function worded(text, fits = () => true) {
  for (const { match, text: found } of patterns) {
    const values = match.exec(text)?.slice(1);
    if (values?.every(fits)) return fill(found, values, label);
  }
  return undefined;
}

/** Several, where every one of them is known. */
function listed(text, separator, say) {
  const all = text.split(separator).map(say);
  return all.length > 1 && all.every((one) => one !== undefined) ? all.join(separator === LISTED ? ", " : "; ") : undefined;
}

/** 11月23日（周一）18:00, as the server writes times into its sentences. */
const DATED = /^(\d+)月(\d+)日（.+?） ?(\d\d:\d\d)$/;
const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", day: "numeric" });
const dated = ([, month, day, time]) => `${dayFormat.format(Date.UTC(2000, month - 1, day))} ${time}`;

const exactly = (text) => sentences[text] ?? phrases[text] ?? (DATED.test(text) ? dated(DATED.exec(text)) : undefined);
const named = (text) => exactly(text) ?? worded(text, (value) => NUMBER.test(value));
const sentence = (text) => exactly(text) ?? worded(text);

/** A name of the server's in the chosen language. Only by the whole text and its numbers: names people gave stay. */
export function label(text) {
  if (!english || typeof text !== "string") return text;
  return named(text) ?? listed(text, LISTED, named) ?? text;
}

/** A label or a sentence of the server's, also by its wording; never for what people wrote. */
export function said(text) {
  if (!english || typeof text !== "string") return text;
  return listed(text, DIFFERENCES, sentence) ?? sentence(text) ?? listed(text, REASONS, sentence) ?? listed(text, LISTED, named) ?? text;
}

/** A text of a static page, written in Chinese; or what the server says there. */
export const written = (text) => (english && phrases[text]) || said(text);

/** The language to change to, named in itself. */
export const other = english ? { lang: "zh-CN", name: "中文" } : { lang: "en", name: "English" };

/** Changes this device to the other language, on our pages and Camunda's. */
export function speakOther() {
  document.cookie = `${COOKIE}=${english ? "zh" : "en"}; Path=/; Max-Age=${365 * 24 * 3600}; SameSite=Lax`;
  window.location.reload();
}
