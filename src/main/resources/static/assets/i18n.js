// The pages' language. Chinese stands in the code and is the key of the English catalogue, as with gettext.

const COOKIE = "language";

export const english = document.cookie.split(/;\s*/).includes(`${COOKIE}=en`);
export const locale = english ? "en-GB" : "zh-CN";
document.documentElement.lang = locale;

const { phrases, sentences } = english ? await import("./en/catalogue.js") : { phrases: {}, sentences: {} };

/** {0} is the first value; {0|issue|issues} chooses by it. */
function fill(text, values) {
  return text.replace(/\{(\d)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, index, one, many) =>
    (one === undefined ? values[index] : String(values[index]) === "1" ? one : many));
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

/** The longest wording first: what says more is the better match. */
const patterns = Object.entries(sentences).filter(([key]) => key.includes("{"))
  .sort(([one], [other]) => other.length - one.length)
  .map(([key, text]) => ({ text, match: new RegExp(`^${key.split(/\{\d\}/).map(escape).join("(.+?)")}$`, "s") }));

/** A label or a sentence of the server's in the chosen language; what is unknown, such as data, stays as it is. */
export function said(text) {
  if (!english || typeof text !== "string") return text;
  const known = sentences[text] ?? phrases[text];
  if (known !== undefined) return known;
  for (const { match, text: found } of patterns) {
    const values = match.exec(text)?.slice(1);
    if (values) return fill(found, values.map(said));
  }
  return text;
}

/** The language to change to, named in itself. */
export const other = english ? { lang: "zh-CN", name: "中文" } : { lang: "en", name: "English" };

/** Changes this device to the other language, on our pages and Camunda's. */
export function speakOther() {
  document.cookie = `${COOKIE}=${english ? "zh" : "en"}; Path=/; Max-Age=${365 * 24 * 3600}; SameSite=Lax`;
  window.location.reload();
}
